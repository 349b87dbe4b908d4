import { defineConfig } from 'drizzle-kit';

/** After a change of the schema: `drizzle-kit generate --config registry/storage/sqlite/drizzle.config.ts --name WHAT`. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './registry/storage/sqlite/schema.ts',
  out: './registry/storage/migrations',
});
