import { useQueryClient } from '@tanstack/react-query';
import {
  type Appearance,
  appearanceAfter,
  textSizes,
  usualAppearance,
} from '../../../shared/desk/appearance.ts';
import type { CommandsOf } from '../../../shared/desk/commands.ts';
import { useAppearance } from '../../desk/useAppearance.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { keyOf, useTell } from '../../desk/useDesk.ts';

/** The look of the window and how to change some of it: shown as chosen at once, kept by main. */
export function useAppearanceChange() {
  const client = useQueryClient();
  const appearance = useAppearance();
  const { mutate } = useTell('app:appearance');
  const change = (part: Partial<Appearance>) => {
    const after = { ...appearance, ...part };
    client.setQueryData<{ appearance: Appearance }>(
      keyOf('app:info', undefined),
      (info) => info && { ...info, appearance: after },
    );
    mutate(after);
  };
  return { appearance, change };
}

/** Runs the commands that change the look. */
export function useAppearanceCommands(): void {
  const { appearance, change } = useAppearanceChange();
  const to = (command: CommandsOf<'appearance'>) => () =>
    change(appearanceAfter(command, appearance));
  const { textSize } = appearance;
  useCommands('appearance', {
    systemTheme: to('systemTheme'),
    lightTheme: to('lightTheme'),
    darkTheme: to('darkTheme'),
    comfortableRows: to('comfortableRows'),
    compactRows: to('compactRows'),
    largerText: textSize === textSizes.at(-1) ? undefined : to('largerText'),
    smallerText: textSize === textSizes[0] ? undefined : to('smallerText'),
    usualText: textSize === usualAppearance.textSize ? undefined : to('usualText'),
  });
}
