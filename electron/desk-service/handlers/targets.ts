import { readDesk } from '../../../db/desk.ts';
import { judgeFor, type KnownRole, knownRole } from '../../../db/judge.ts';
import { authoritiesIn } from '../../../db/takers.ts';
import { attachingRefusal } from '../../../db/target.ts';
import { CallRefused } from '../../../shared/desk/answers.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { DuplicateCandidate, Taker } from '../../../shared/desk/detail.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { askedOfTaker, takersOf } from '../../../shared/domain/responsible.ts';
import {
  type BodiesQuery,
  type FoundBody,
  searchedTextLimit,
} from '../../../shared/wire/bodies.ts';
import { offlineCauseOf } from '../../../sync/connect.ts';
import type { Desk } from '../desk.ts';

const pageLimit = 100;
/** More authorities than any country has; a registry that pages on and on is not followed. */
const mostPages = 20;

/** The calls about the bodies that a decision can move a role to: from the store and, on line, from the registry. */
export function targetHandlers(
  desk: Desk,
): Pick<Handlers<'service'>, 'roles:duplicates' | 'roles:takers'> {
  const { reader } = desk.store;
  const found = (roleId: string): KnownRole => {
    const known = knownRole(reader, roleId);
    if (!known) throw new CallRefused('not_found');
    return known;
  };
  return {
    'roles:duplicates': async ({ roleId }) => {
      const known = found(roleId);
      const judge = judgeFor(reader, readDesk(reader).me);
      const { country, duplicates = [] } = known.body;
      const candidates: DuplicateCandidate[] = [];
      for (const { bodyId, name, why } of duplicates) {
        const body = judge.body(bodyId) ?? (await operatorAt(desk, { bodyId, name, country }));
        const objection = body && attachingRefusal(judge, known, body);
        candidates.push({
          ...{ bodyId, name, why },
          ...(body ? { body } : {}),
          ...(objection ? { objection } : {}),
        });
      }
      return candidates;
    },
    'roles:takers': async ({ roleId }) => {
      const known = found(roleId);
      const asked = askedOfTaker(known);
      if (!asked) return { isComplete: true, takers: [] };
      const here = authoritiesIn(reader, asked.country);
      const query = { type: 'authority', country: asked.country, limit: pageLimit } as const;
      const there = await searched(desk, query, mostPages);
      const byId = new Map([...here, ...(there ?? [])].map((body) => [body.id, body]));
      const { takers, probable } = takersOf([...byId.values()], known);
      return {
        isComplete: there !== undefined,
        takers: takers.map((body) => takerOf(body, body.id === probable?.id)).sort(byLikelihood),
      };
    },
  };
}

/** An operator that is not here, found by its name. */
async function operatorAt(
  desk: Desk,
  { bodyId, name, country }: { bodyId: string; name: string; country: string },
): Promise<FoundBody | undefined> {
  const q = name.slice(0, searchedTextLimit);
  const found = await searched(desk, { type: 'operator', country, q, limit: pageLimit }, 1);
  return found?.find(({ id }) => id === bodyId);
}

/** All that a search finds at the registry, at most so many pages; undefined where it cannot be asked now. */
async function searched(
  desk: Desk,
  query: BodiesQuery,
  pages: number,
): Promise<FoundBody[] | undefined> {
  if (desk.sync.connection.state === 'offline') return undefined;
  const found: FoundBody[] = [];
  try {
    let cursor: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const answer = await desk.registry.bodies(
        cursor === undefined ? query : { ...query, cursor },
      );
      found.push(...answer.items);
      if (answer.cursor === null) break;
      cursor = answer.cursor;
    }
    return found;
  } catch (error) {
    if (offlineCauseOf(error) === undefined) throw error;
    return undefined;
  }
}

function takerOf({ id, name, kind, city, region }: Body, isProbable: boolean): Taker {
  if (kind === undefined) throw new Error(`${id} can be responsible and has no kind`);
  return { bodyId: id, name, kind, city, ...(region === undefined ? {} : { region }), isProbable };
}

function byLikelihood(a: Taker, b: Taker): number {
  return Number(b.isProbable) - Number(a.isProbable) || a.name.localeCompare(b.name);
}
