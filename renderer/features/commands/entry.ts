/** Something that the palette finds and runs. */
export interface Entry {
  id: string;
  name: string;
  /** What kind of thing it is, in a word or two; found by it too. */
  kind: string;
  /** Its keys, as the map of commands writes them. */
  keys?: string | undefined;
  run: () => void;
}

/** Whether an entry has every word that was typed, in any order and however it is accented. */
export function fits(
  text: string,
  typed: string,
  contains: (in_: string, part: string) => boolean,
) {
  return typed
    .trim()
    .split(/\s+/)
    .every((word) => contains(text, word));
}
