import { createHash } from 'node:crypto';
import { faker } from '@faker-js/faker/locale/en_GB';
import { nameDrawer } from './names.ts';

/** Chance that is the same for the same text; what is drawn depends on nothing else. */
export function drawer(random: string) {
  const seed = createHash('sha256').update(random).digest().readUInt32BE();
  faker.seed(seed);
  const pick = <T>(from: readonly T[]): T => faker.helpers.arrayElement(from);
  return {
    pick,
    /** True in `share` of the draws. */
    chance: (share: number): boolean => faker.number.float() < share,
    /** A whole number, both ends included. */
    between: (min: number, max: number): number => faker.number.int({ min, max }),
    weighted: <T>(from: readonly { weight: number; value: T }[]): T =>
      faker.helpers.weightedArrayElement(from),
    /** Up to `count` different ones. */
    some: <T>(from: readonly T[], count: number): T[] => faker.helpers.arrayElements(from, count),
    digits: (length: number): string => faker.string.numeric(length),
    id: (): string => faker.string.uuid(),
    name: nameDrawer(seed, pick),
  };
}

export type Draw = ReturnType<typeof drawer>;
