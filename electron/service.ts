import { runDeskService } from './desk-service/run.ts';

// The entry of the desk service: a process of its own beside main, without Electron.
runDeskService();
