import { readFileSync } from 'node:fs';

/**
 * The switch without which Chromium does not start in development: as root, and on Linux systems
 * that forbid user namespaces to programs they do not know. Packaged applications never get it.
 */
export function sandboxSwitches(): string[] {
  if (process.platform !== 'linux') return [];
  const isForbidden =
    process.getuid?.() === 0 ||
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('kernel/unprivileged_userns_clone') === '0';
  return isForbidden ? ['--no-sandbox'] : [];
}

function setting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
