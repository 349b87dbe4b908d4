import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';
import { moments } from '../../db/moments.ts';
import { drawer } from '../../registry/seed/draw.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { forkService, startService } from '../fixtures/service.ts';
import { comeToRest, examine } from './afterwards.ts';
import { type Crash, drawLife, forkCrashing } from './crash.ts';
import { work } from './deciding.ts';
import { Ledger } from './ledger.ts';
import { aWorld, newStoreFile } from './world.ts';

const lives = counted('ROLEDESK_CRASHES', 2);
const seed = seedOf('ROLEDESK_CRASHES_SEED');

// A store is migrated, or set aside, once in its life: their own tests kill the desk there.
const named = moments.filter((moment) => !/^(migration|set_aside):/.test(moment));
const said = `ROLEDESK_CRASHES=${lives} ROLEDESK_CRASHES_SEED=${seed}`;

test(
  `killed at each of ${named.length} named moments, a desk loses nothing and doubles nothing (${said})`,
  async () => {
    console.log(said);
    const world = await aWorld(String(seed));
    const { registry, username, reference, roleIds } = world;
    const ledger = new Ledger();
    const draw = drawer(String(seed));
    const killed = new Map<string, number>();

    /** Works at a desk until it has killed itself, and looks at what it left. */
    const live = async (file: string, crash: Crash, process: ChildProcess) => {
      const { holdMs, moment } = crash;
      if (crash.hasLostCursor) await reference.loseCursors();
      const opening = startService({ registry, username, file, holdMs, process });
      await work(opening, { ledger, draw, roleIds, ...crash });
      expect(process.signalCode, moment).toBe('SIGKILL');
      killed.set(moment, (killed.get(moment) ?? 0) + 1);
      await examine(file, ledger, reference);
    };

    for (let life = 0; life < lives; life += 1) {
      const file = await newStoreFile();
      const crashes = drawLife(draw, named);
      // The next process starts while this one works.
      let next = forkCrashing(crashes[0]!);
      for (const [at, crash] of crashes.entries()) {
        const process = next;
        const following = crashes[at + 1];
        next = following ? forkCrashing(following) : forkService();
        await live(file, crash, process);
      }
      await comeToRest(
        await startService({ registry, username, file, process: next }),
        ledger,
        reference,
      );
    }
    await registry.stop();
    const recorded = await ledger.expectRecordedOnce(registry);
    console.log(`${recorded} decisions recorded; killed ${JSON.stringify([...killed])}`);
    expect(killed).toEqual(new Map(named.map((moment) => [moment, lives])));
  },
  240_000 + lives * named.length * 20_000,
);
