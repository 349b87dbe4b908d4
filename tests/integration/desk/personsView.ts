import { randomUUID } from 'node:crypto';
import { queueSchema } from '../../../shared/desk/queues.ts';
import { defaultPreferences } from '../../../shared/domain/preferences.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Status } from '../../../shared/domain/vocabulary.ts';
import type { TestRegistry } from '../../fixtures/registry.ts';
import type { TestService } from '../../fixtures/service.ts';
import { rowsOf } from './desks.ts';

/** Somebody who shares a computer with others. */
export interface Sharer {
  username: string;
  personId: string;
  /** The roles that the registry shows to them. */
  roles: ReadonlySet<string>;
  /** Their own roles: nobody here decides on them, or a colleague would lose the scope. */
  ownRoles: string[];
  /** Their hold time at the registry, another one for each. */
  holdSeconds: number;
}

/** The message of a decision begins with who made it, and no two are the same. */
export const newMessageOf = (username: string) => `${username}/${randomUUID()}`;
const isOf = (username: string, message: string | undefined) =>
  message?.startsWith(`${username}/`) ?? false;

/** What a desk shows that is not this person's, in words; nothing is as it should be. */
export async function foreignIn(desk: TestService, sharer: Sharer): Promise<string[]> {
  const { username, roles, holdSeconds } = sharer;
  const found: string[] = [];
  const { me } = await desk.call('desk:state', undefined);
  if (me && me.person.username !== username) found.push(`the name ${me.person.username}`);
  const preferences = await desk.call('preferences:get', undefined);
  if (![holdSeconds, defaultPreferences.holdSeconds].includes(preferences.holdSeconds)) {
    found.push(`the hold time ${preferences.holdSeconds}`);
  }
  const { entries, recorded } = await desk.call('outbox:list', undefined);
  for (const { message } of [...entries, ...recorded]) {
    if (!isOf(username, message)) found.push(`the decision ${message}`);
  }
  for (const queue of queueSchema.options) {
    const foreign = (await rowsOf(desk, { queue })).filter(({ id }) => !roles.has(id));
    if (foreign.length > 0) found.push(`${foreign.length} rows of ${queue}`);
  }
  return found.map((what) => `${username} is shown ${what}`);
}

/** Every open role with its status, as a desk that is in step shows it. */
export async function statusesShown(desk: TestService): Promise<Map<string, Status>> {
  const shown = new Map<string, Status>();
  for (const queue of ['requested', 'suspended', 'valid'] as const) {
    for (const { id, status } of await rowsOf(desk, { queue })) shown.set(id, status);
  }
  return shown;
}

/** The same as the registry has it for this person. */
export async function statusesAt(
  registry: TestRegistry,
  username: string,
): Promise<Map<string, Status>> {
  const roles = await (await registry.as(username)).roles();
  const isOpen = ({ status }: Role) => status !== 'rejected' && status !== 'withdrawn';
  return new Map([...roles.values()].filter(isOpen).map(({ id, status }) => [id, status]));
}
