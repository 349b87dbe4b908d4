/** What only an application that is not packaged reads from its environment. */
export interface DevelopmentVariables {
  /** Who signs in at a `--dev` registry, without a browser. */
  username?: string;
  /** The hold time of a decision, in place of the preference. */
  holdMs?: number;
}

/** The development variables, all unset in a packaged application. */
export function developmentVariables(
  isPackaged: boolean,
  { ROLEDESK_DEV_USER: username, ROLEDESK_HOLD_MS: hold }: NodeJS.ProcessEnv,
): DevelopmentVariables {
  if (isPackaged) return {};
  return {
    ...(username ? { username } : {}),
    ...(hold && /^\d+$/.test(hold) ? { holdMs: Number(hold) } : {}),
  };
}
