import { useEffect, useEffectEvent, useState } from 'react';
import { type Command, commands } from '../../shared/desk/commands.ts';
import { pressed, writtenKey } from './pressing.ts';
import { holds, runCommand } from './useCommands.ts';

/** How long a sequence waits for its next key. */
const patienceMs = 2000;

/**
 * Runs commands by their keys and from the native menu: never by a letter inside a text field, and nothing but what
 * holds everywhere while a dialog or a menu is open.
 * @returns the keys that a sequence has begun with, while it waits for the next
 */
export function useKeys(): string | undefined {
  const [begun, setBegun] = useState<string>();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = writtenKey(event);
    if (key === undefined || event.defaultPrevented) return;
    const what = pressed(key, begun, isIn(event.target, '[role=grid]'));
    if (what.kind === 'command' && !isFree(event, what.command)) return;
    if (what.kind !== 'command' && isTaken(event.target)) return;
    setBegun(what.kind === 'waits' ? what.begun : undefined);
    if (what.kind === 'command' ? holds(what.command) : begun !== undefined) event.preventDefault();
    if (what.kind === 'command' && (!event.repeat || commands[what.command].repeats))
      runCommand(what.command);
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    const stop = window.desk.listen((event) => {
      if (event.kind === 'command' && isFreeFor(event.command)) runCommand(event.command);
    });
    return () => {
      document.removeEventListener('keydown', press);
      stop();
    };
  }, []);
  useEffect(() => {
    if (begun === undefined) return;
    const timer = setTimeout(() => setBegun(undefined), patienceMs);
    return () => clearTimeout(timer);
  }, [begun]);
  return begun;
}

/** Whether a key may run a command where it was pressed. */
function isFree(event: KeyboardEvent, command: Command): boolean {
  if (commands[command].everywhere) return true;
  const hasMod = event.ctrlKey || event.metaKey;
  // Space and Enter press the button that has the focus.
  if (event.key === ' ' && isIn(event.target, 'button, a, summary')) return false;
  return isFreeFor(command) && !isIn(event.target, overlays) && (hasMod || !isTyping(event.target));
}

const overlays = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

function isFreeFor(command: Command): boolean {
  return commands[command].everywhere ?? !isDialogOpen();
}

function isTaken(target: EventTarget | null): boolean {
  return isDialogOpen() || isIn(target, overlays) || isTyping(target);
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])'))
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}
