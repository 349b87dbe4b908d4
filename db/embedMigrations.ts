import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'migrations');
const embedded = join(import.meta.dirname, 'migrations.json');

/** The migrations that drizzle-kit has written, oldest first. */
export function migrationsInFolder(): { name: string; sql: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

// Embedded, so that they are found alike under plain Node, in tests and in the bundled service.
if (import.meta.main) {
  writeFileSync(embedded, `${JSON.stringify(migrationsInFolder(), null, 2)}\n`);
}
