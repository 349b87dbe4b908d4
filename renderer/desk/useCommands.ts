import { useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import {
  type Command,
  type CommandGroup,
  type CommandsOf,
  commandsOf,
} from '../../shared/desk/commands.ts';

/** What runs each command that holds now: the part of the window that does so says it while it is there. */
const runs = new Map<Command, () => void>();
const listeners = new Set<() => void>();
let holding: ReadonlySet<Command> = new Set();

/**
 * Runs the commands of a group while the component is there: each with what it does, or undefined where it does not
 * hold at the moment. A command of the group that is left out does not compile.
 */
export function useCommands<G extends CommandGroup>(
  group: G,
  does: Record<CommandsOf<G>, (() => void) | undefined>,
): void {
  const all: Partial<Record<Command, (() => void) | undefined>> = does;
  const run = useEffectEvent((command: Command) => all[command]?.());
  const held = commandsOf(group)
    .filter((command) => all[command])
    .join();
  useLayoutEffect(() => {
    const mine = commandsOf(group)
      .filter((command) => held.split(',').includes(command))
      .map((command) => [command, () => run(command)] as const);
    for (const [command, runIt] of mine) runs.set(command, runIt);
    tell();
    return () => {
      for (const [command, runIt] of mine) if (runs.get(command) === runIt) runs.delete(command);
      tell();
    };
  }, [group, held]);
}

/** Runs a command, where it holds. */
export function runCommand(command: Command): void {
  runs.get(command)?.();
}

/** Whether a command holds now. */
export function holds(command: Command): boolean {
  return runs.has(command);
}

/** The commands that hold now. */
export function useHolding(): ReadonlySet<Command> {
  return useSyncExternalStore(listen, () => holding);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  holding = new Set(runs.keys());
  for (const listener of listeners) listener();
}
