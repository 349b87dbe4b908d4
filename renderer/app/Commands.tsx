import { useEffect, useState } from 'react';
import { useCommands, useHolding } from '../desk/useCommands.ts';
import { useTell } from '../desk/useDesk.ts';
import { useKeys } from '../desk/useKeys.ts';
import { About } from '../features/about/About.tsx';
import type { Entry } from '../features/commands/entry.ts';
import { Help } from '../features/commands/Help.tsx';
import { Palette } from '../features/commands/Palette.tsx';
import { useCommandEntries } from '../features/commands/useCommandEntries.ts';
import { Waiting } from '../features/commands/Waiting.tsx';
import { useAppearanceCommands } from '../features/preferences/useAppearanceChange.ts';
import { useLanguageEntries } from '../features/preferences/useLanguageEntries.ts';

/** Long enough for the commands of one screen to give way to those of the next. */
const restMs = 100;

/**
 * Has keys, menu and palette run commands on every screen.
 * @param found what the palette finds besides commands and languages
 */
export function Commands({ found = [] }: { found?: Entry[] }) {
  const [shown, setShown] = useState<'palette' | 'help' | 'about'>();
  const close = () => setShown(undefined);
  useAppearanceCommands();
  useCommands('window', {
    palette: () => setShown('palette'),
    help: () => setShown('help'),
    about: () => setShown('about'),
  });
  useMenu();
  const begun = useKeys();
  const entries = [...useCommandEntries(), ...found, ...useLanguageEntries()];
  return (
    <>
      {begun && <Waiting begun={begun} />}
      {shown === 'palette' && <Palette entries={entries} onClose={close} />}
      {shown === 'help' && <Help onClose={close} />}
      {shown === 'about' && <About onClose={close} />}
    </>
  );
}

/** Tells main which commands hold, for the native menu. */
function useMenu(): void {
  const holding = useHolding();
  const { mutate } = useTell('app:offered');
  useEffect(() => {
    const timer = setTimeout(() => mutate({ commands: [...holding] }), restMs);
    return () => clearTimeout(timer);
  }, [holding, mutate]);
}
