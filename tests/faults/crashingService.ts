import { subscribe } from 'node:diagnostics_channel';
import '../../electron/service.ts';

// The desk service as it is, but for its end: it kills itself when it reaches a named moment for the n-th time.
const [moment, times] = process.argv.slice(2);
let left = Number(times);
subscribe('roledesk:moment', (reached) => {
  if (reached !== moment) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
