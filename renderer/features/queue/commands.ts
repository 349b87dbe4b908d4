/** What a key does in the grid. `extend` takes the rows on the way into the selection. */
export type Command =
  | { kind: 'move'; to: Step; extend: boolean }
  | { kind: 'toggle' }
  | { kind: 'all' };

export type Step = 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last';

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
  j: 'next',
  k: 'previous',
};

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The command of a key, or undefined where the grid has none for it. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): Command | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { kind: 'all' } : undefined;
  if (key === ' ') return { kind: 'toggle' };
  const to = steps[key.length === 1 ? key.toLowerCase() : key];
  return to && { kind: 'move', to, extend: shiftKey };
}

/**
 * The index that a step leads to, inside the list. Where no row is current yet, every step but `last` leads to the
 * first row.
 * @param pageRows how many rows the view holds
 */
export function stepFrom(
  index: number | undefined,
  to: Step,
  rows: number,
  pageRows: number,
): number {
  const page = Math.max(1, pageRows - 1);
  const from = index ?? 0;
  const still = index === undefined ? 0 : undefined;
  const targets: Record<Step, number> = {
    next: still ?? from + 1,
    previous: still ?? from - 1,
    pageDown: still ?? from + page,
    pageUp: still ?? from - page,
    first: 0,
    last: rows - 1,
  };
  return Math.min(Math.max(targets[to], 0), Math.max(rows - 1, 0));
}
