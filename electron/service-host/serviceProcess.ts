import { fork } from 'node:child_process';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { type FromService, fromServiceSchema, type ToService } from '../../shared/desk/service.ts';

/** The desk service as a process: what main needs of it, whichever way it runs. */
export interface ServiceProcess {
  send: (message: ToService) => void;
  kill: () => void;
}

/** What main hears of the process. */
export interface ServiceEvents {
  onMessage: (message: FromService) => void;
  onExit: () => void;
}

const entry = join(__dirname, '..', 'service', 'service.cjs');

/** The first version of Node-API that the store's addon loads with. */
const neededNodeApi = 10;

/**
 * Starts the desk service: as a utility process where the runtime can load the store's addon, else under the Node of
 * the project, which only a development checkout has.
 */
export function startServiceProcess(events: ServiceEvents): ServiceProcess {
  return Number(process.versions.napi) >= neededNodeApi
    ? startUtilityProcess(events)
    : startNodeProcess(events);
}

function startUtilityProcess({ onMessage, onExit }: ServiceEvents): ServiceProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Roledesk store' });
  child.on('message', (message: unknown) => onMessage(fromServiceSchema.parse(message)));
  child.once('exit', onExit);
  return { send: (message) => child.postMessage(message), kill: () => void child.kill() };
}

function startNodeProcess({ onMessage, onExit }: ServiceEvents): ServiceProcess {
  const node = process.platform === 'win32' ? 'node.exe' : 'node';
  const child = fork(entry, [], {
    execPath: join(__dirname, '..', '..', 'node_modules', 'node', 'bin', node),
    execArgv: [],
    serialization: 'advanced',
  });
  child.on('message', (message: unknown) => onMessage(fromServiceSchema.parse(message)));
  child.once('error', onExit);
  child.once('exit', onExit);
  return {
    send: (message) => child.connected && child.send(message),
    kill: () => void child.kill('SIGKILL'),
  };
}
