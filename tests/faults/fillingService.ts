import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import '../../electron/service.ts';
import { fillDisk } from '../fixtures/smallDisk.ts';

// The desk service as it is, but for its disk: that fills up the first time that a named moment is reached.
const [moment, folder = ''] = process.argv.slice(2);
const fillAtMoment = (reached: unknown) => {
  if (reached !== moment) return;
  unsubscribe('roledesk:moment', fillAtMoment);
  fillDisk(folder);
};
subscribe('roledesk:moment', fillAtMoment);
