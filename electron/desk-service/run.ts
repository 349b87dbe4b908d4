import { answerCall, handle } from '../../shared/desk/answerCall.ts';
import { CallRefused } from '../../shared/desk/answers.ts';
import type { CallName } from '../../shared/desk/calls.ts';
import { type ToService, toServiceSchema } from '../../shared/desk/service.ts';
import { channelToMain } from './channel.ts';
import { DeskKeeper } from './deskKeeper.ts';
import { Exports } from './export/exports.ts';
import { handlersOf } from './handlers/handlers.ts';
import { describeError, stderrLog } from './log.ts';
import { Topics } from './topics.ts';

const failedExitCode = 1;

/** Answers main until it says `close` or is gone. A failure that is not a call's own ends the process: main restarts it. */
export function runDeskService(): void {
  const channel = channelToMain();
  const log = stderrLog();
  const topics = new Topics((changed) => channel.send({ kind: 'changed', topics: changed }));
  let keeper: DeskKeeper | undefined;

  const exports = new Exports(
    (id, news) => channel.send({ kind: 'export', id, news }),
    (desk, error) => {
      if (!keeper?.refusalOf(desk, error)) log.error(describeError(error), 'an export failed');
    },
  );

  const fail = (error: unknown) => {
    log.fatal(describeError(error), 'the desk service ends');
    process.exit(failedExitCode);
  };
  const close = async () => {
    await exports.end();
    await keeper?.close();
    topics.flush();
    channel.send({ kind: 'closed' });
  };

  const hear = async (message: ToService): Promise<void> => {
    switch (message.kind) {
      case 'open':
        keeper = new DeskKeeper(message, {
          onChanged: (changed) => topics.add(changed),
          send: channel.send,
          onStoreFailed: (error) => log.error(describeError(error), 'the store failed'),
        });
        keeper.start().catch(fail);
        return;
      case 'reopen':
        keeper?.reopen();
        return;
      case 'token':
        keeper?.giveToken(message.token);
        return;
      case 'call': {
        const { id, name, input } = message;
        const json = await answerCall(
          name,
          input,
          (checked, parsed) => answer(keeper, checked, parsed),
          (error) => log.error({ call: name, ...describeError(error) }, 'a call failed'),
        );
        channel.send({ kind: 'answer', id, json });
        return;
      }
      case 'export':
        exports.start(message, keeper?.desk);
        return;
      case 'stop_export':
        exports.stop(message.id);
        return;
      case 'close':
        await close();
        process.exit();
    }
  };

  channel.onMessage((message) => {
    const parsed = toServiceSchema.safeParse(message);
    if (parsed.success) hear(parsed.data).catch(fail);
    else log.error('a message that is none');
  });
  channel.onClose(() => {
    close().then(() => process.exit(), fail);
  });
  process.on('uncaughtException', fail);
}

/** @throws {CallRefused} `not_ready` while no desk is open; what the store failed with, as its code */
async function answer(
  keeper: DeskKeeper | undefined,
  name: CallName,
  input: unknown,
): Promise<string> {
  const desk = keeper?.desk;
  if (!keeper || !desk) throw new CallRefused('not_ready');
  try {
    return await handle(handlersOf(desk), name, input);
  } catch (error) {
    throw keeper.refusalOf(desk, error) ?? error;
  }
}
