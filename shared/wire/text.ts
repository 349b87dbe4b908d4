const nul = '\0';

/** Whether a text can be kept as it is: PostgreSQL has no NUL, UTF-8 no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes(nul);
}
