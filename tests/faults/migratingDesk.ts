import { subscribe } from 'node:diagnostics_channel';
import { openStore } from '../../db/open.ts';

// Opens a store, tells of every moment, and ends itself as a crash would at one of them, counted from 1.
const [file = '', endsAt] = process.argv.slice(2);
let reached = 0;
subscribe('roledesk:moment', (moment) => {
  reached += 1;
  if (reached === Number(endsAt)) process.kill(process.pid, 'SIGKILL');
  process.send?.(moment);
});
process.send?.('opening', () => {
  openStore(file, { environment: 'training' });
  process.send?.('opened', () => process.exit());
});
