import { readDesk, updateDesk } from '../../db/desk.ts';
import { bodies, persons, roles } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { DecisionResult } from '../../shared/wire/decisions.ts';
import type { Registry } from '../../sync/registry.ts';
import type { DeskVariant } from '../desks/desk.ts';

// Desks with something broken between store and registry: what the histories of three desks must notice.

/** A desk whose calls go otherwise. */
function otherwise(change: (registry: Registry, store: Store) => Partial<Registry>): DeskVariant {
  return { registry: (registry, store) => ({ ...registry, ...change(registry, store) }) };
}

/**
 * Takes a decision whose answer was lost anew: under another id, and at another moment, by which else the desk knows its
 * own act again.
 */
export function sendsUnderNewId(): DeskVariant {
  const lost = new Set<string>();
  return otherwise((registry) => ({
    decide: async (decisions) => {
      const ids = new Map<string, string>();
      const sent = decisions.map((decision) => {
        if (!lost.has(decision.id)) return decision;
        const id = crypto.randomUUID();
        ids.set(id, decision.id);
        return { ...decision, id, decidedAt: new Date().toISOString() };
      });
      try {
        const results = await registry.decide(sent);
        return results.map((result) => ({ ...result, id: ids.get(result.id) ?? result.id }));
      } catch (error) {
        for (const { id } of decisions) lost.add(id);
        throw error;
      }
    },
  }));
}

/** Takes a decision whose answer was lost for recorded. */
export const takesForRecorded = otherwise((registry) => ({
  decide: async (decisions) => {
    const recorded = decisions.map(
      ({ id }): DecisionResult => ({ id, outcome: 'applied', role: null }),
    );
    return registry.decide(decisions).catch(() => recorded);
  },
}));

/** Takes a conflict for recorded: the person never hears of it. */
export const dropsConflicts = otherwise((registry) => ({
  decide: async (decisions) => {
    const results = await registry.decide(decisions);
    return results.map((result) =>
      result.outcome === 'conflict' ? { ...result, outcome: 'applied' } : result,
    );
  },
}));

/** Takes in the roles of an answer only when the next page has come: over what is newer there. */
export function takesInLate(): DeskVariant {
  return otherwise((registry) => {
    const answered = new Map<string, Role>();
    return {
      decide: async (decisions) => {
        const results = await registry.decide(decisions);
        for (const { role } of results) if (role) answered.set(role.id, role);
        return results;
      },
      changes: async (cursor, limit) => {
        const page = await registry.changes(cursor, limit);
        const late = [...answered.values()].map((role) => ({
          kind: 'role' as const,
          id: role.id,
          role,
        }));
        answered.clear();
        return { ...page, changes: [...page.changes, ...late] };
      },
    };
  });
}

/** Keeps the cursor before the page that it comes with. */
export const keepsCursorFirst = otherwise((registry, store) => ({
  changes: async (cursor, limit) => {
    const page = await registry.changes(cursor, limit);
    store.write((writer) => updateDesk(writer, { cursor: page.cursor }));
    return page;
  },
}));

/** Does not remove what is told to be gone. */
export const keepsWhatIsGone = otherwise((registry) => ({
  changes: async (cursor, limit) => {
    const page = await registry.changes(cursor, limit);
    return { ...page, changes: page.changes.filter(({ kind }) => kind !== 'gone') };
  },
}));

/** After a pull from the start, keeps what that did not name. */
export const neverSweeps = otherwise((registry, store) => ({
  changes: async (cursor, limit) => {
    const page = await registry.changes(cursor, limit);
    store.write((writer) => {
      const { pullNumber } = readDesk(writer);
      for (const table of [bodies, persons, roles]) writer.update(table).set({ pullNumber }).run();
    });
    return page;
  },
}));
