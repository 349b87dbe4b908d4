import { type Command, firstKey } from '../../shared/desk/commands.ts';

/** The key that stands on what runs a command, as printed on a keyboard: `A`. */
export function keyOn(command: Command): string {
  return (firstKey(command) ?? '').toUpperCase();
}

/** The keys to press, in their order, each with those that are held down meanwhile: `[['Mod', 'k']]`. */
export function pressesOf(written: string): string[][] {
  // A plus sign parts a key from what is held down, and may be the key itself.
  return written.split(' ').map((press) => press.split(/(?<=[^+])\+/));
}
