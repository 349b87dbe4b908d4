import { useTranslation } from 'react-i18next';
import { allCommands, commands, firstKey } from '../../../shared/desk/commands.ts';
import { runCommand, useHolding } from '../../desk/useCommands.ts';
import type { Entry } from './entry.ts';

/** Every command that holds now, to be found in the palette. */
export function useCommandEntries(): Entry[] {
  const { t } = useTranslation(['commands']);
  const holding = useHolding();
  return allCommands
    .filter((command) => command !== 'palette' && holding.has(command))
    .map((command) => ({
      id: command,
      name: t(`commands:name.${command}`),
      kind: t(`commands:group.${commands[command].group}`),
      keys: firstKey(command),
      run: () => runCommand(command),
    }));
}
