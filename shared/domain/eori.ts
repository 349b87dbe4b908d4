/**
 * Whether a text has the form of an EORI number: a country code, then up to 15 letters and digits (Delegated
 * Regulation (EU) 2015/2446, annex 12-01). Whether the number exists is for the reviewer to find out.
 */
export function isEori(text: string): boolean {
  return /^[A-Z]{2}[A-Z0-9]{1,15}$/.test(text);
}

/** Whether an identifier claims to be an EORI number. */
export function isNamedEori({ scheme }: { scheme: string }): boolean {
  return scheme.trim().toUpperCase() === 'EORI';
}
