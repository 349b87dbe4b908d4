/** The selected roles of a queue: each with the revision that was on the screen when it was selected. */
export type Selection = ReadonlyMap<string, number>;

/** Nothing selected; one object, so that comparing is cheap. */
export const nothingSelected: Selection = new Map();
