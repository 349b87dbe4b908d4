/** The scheme of the window's own pages, in place of `file:`. */
export const scheme = 'roledesk';

/** The origin of the window's own pages. */
export const origin = `${scheme}://desk`;
