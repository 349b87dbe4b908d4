import { onTestFinished } from 'vitest';
import { decide } from '../db/decide.ts';
import { readDesk } from '../db/desk.ts';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import { aBody, aPerson, authority, newStoreFile } from '../db/world.fixture.ts';
import type { Role } from '../shared/domain/role.ts';
import type { Change } from '../shared/wire/changes.ts';
import type { Notice } from './notices.ts';
import { HeldClock, ScriptedRegistry, until } from './registry.fixture.ts';
import { Sync } from './sync.ts';

/** A body and a person, and the page of changes that tells of them. */
export const [body, person] = [aBody(), aPerson()];
export const around: Change[] = [
  ...[authority, body].map((each): Change => ({ kind: 'body', id: each.id, body: each })),
  { kind: 'person', id: person.id, person },
];

/** A sync with a registry in memory, a clock that stands and a store of its own; it ends with the test. */
export function aSync(given: { random?: () => number; store?: Store } = {}) {
  const { random = () => 0.5, store = openStore(newStoreFile(), { environment: 'training' }) } =
    given;

  const registry = new ScriptedRegistry();
  const clock = new HeldClock();
  const notices: Notice[] = [];
  let tokensWanted = 0;
  const sync = new Sync({
    store,
    registry,
    clock,
    random,
    onChanged: () => {},
    onNotice: (notice) => notices.push(notice),
    onTokenWanted: () => {
      tokensWanted += 1;
    },
  });
  onTestFinished(() => sync.stop());
  const started = () => {
    void sync.start();
    return until(() => sync.connection.state === 'online' && readDesk(store.reader).pullDone);
  };
  const rounds = () => registry.asked.filter((call) => call === 'changes').length;
  return {
    store,
    registry,
    clock,
    notices,
    sync,
    started,
    rounds,
    tokensWanted: () => tokensWanted,
  };
}

/** Approves these roles, as they are. */
export function decideOn(store: Store, roles: Role[], at: Date, holdMs = 0) {
  const seen = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  decide(store, { action: 'approve', roles: seen }, { at, holdMs });
}
