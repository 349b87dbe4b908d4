const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether an address is safe for secrets and for the system's browser: HTTPS, or HTTP that stays on this computer. */
export function isSafeAddress(address: string): boolean {
  const { protocol, hostname, username, password } = partsOf(address);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname ?? ''));
}

/** Stands in for `URL.parse`, which the oldest runtime lacks. */
function partsOf(address: string): Partial<URL> {
  try {
    return new URL(address);
  } catch {
    return {};
  }
}
