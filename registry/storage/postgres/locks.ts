/** The advisory locks of a registry's database. */
export const locks = {
  /** Held by who has taken numbers, until its transaction has ended. */
  numbering: 7_301,
  /** Held by who brings the schema up to date. */
  migrating: 7_302,
} as const;
