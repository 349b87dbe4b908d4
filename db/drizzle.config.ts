import { defineConfig } from 'drizzle-kit';

/**
 * After a change of the schema: `drizzle-kit generate --config db/drizzle.config.ts --name WHAT`, then
 * `node db/embedMigrations.ts`.
 */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema.ts',
  out: './db/migrations',
});
