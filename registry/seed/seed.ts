import { type DueAtOf, dueAtBy, usualServiceTarget } from '../calendar.ts';
import type { Storage } from '../storage/storage.ts';
import { addAuthorities, addControlBodies } from './bodies.ts';
import { addCast } from './cast.ts';
import { drawer } from './draw.ts';
import { addRequests } from './requests.ts';
import { newWorld } from './world.ts';

/**
 * Fills an empty database with demonstration data: real authorities, synthetic people, and a number of role requests.
 * Everything, ids included, is the same for the same text, but for the times, which are relative to now.
 * @param requests how many role requests
 * @param random the text that chance comes from
 * @returns whether the database was empty; otherwise it is left alone
 */
export async function seedInto(
  storage: Storage,
  requests: number,
  random: string,
  dueAtOf: DueAtOf = dueAtBy(usualServiceTarget),
): Promise<boolean> {
  return storage.write(async (writer) => {
    if (!(await writer.isEmpty())) return false;
    const world = newWorld(writer, drawer(random), Date.now(), dueAtOf);
    await addAuthorities(world);
    await addControlBodies(world);
    await addCast(world);
    await addRequests(world, requests);
    return true;
  });
}
