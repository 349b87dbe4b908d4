import { useEffect, useEffectEvent } from 'react';
import type { MenuCommand } from '../../shared/desk/topics.ts';

/** Calls `run` when this entry of the native menu was chosen, by its key too. */
export function useMenuCommand(wanted: MenuCommand, run: () => void): void {
  const onCommand = useEffectEvent(run);
  useEffect(
    () =>
      window.desk.listen((event) => {
        if (event.kind === 'command' && event.command === wanted) onCommand();
      }),
    [wanted],
  );
}
