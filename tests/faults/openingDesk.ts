import { subscribe } from 'node:diagnostics_channel';
import { isDamage } from '../../db/damage.ts';
import { openStore } from '../../db/open.ts';
import { setAside } from '../../db/setAside.ts';

// Opens a store as a desk does, tells of every moment, and ends itself as a crash would at one of them, counted from 1.
const [file = '', endsAt] = process.argv.slice(2);
const environment = 'training';
let reached = 0;
subscribe('roledesk:moment', (moment) => {
  reached += 1;
  if (reached === Number(endsAt)) process.kill(process.pid, 'SIGKILL');
  process.send?.(moment);
});

async function open(): Promise<void> {
  try {
    const store = openStore(file, { environment });
    await store.verify(new AbortController().signal).catch((error: unknown) => {
      store.close();
      throw error;
    });
  } catch (error) {
    if (!isDamage(error)) throw error;
    setAside(file, environment, new Date());
  }
}

process.send?.('opening', () => {
  void open().then(() => process.send?.('opened', () => process.exit()));
});
