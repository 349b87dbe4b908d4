import { defineConfig } from 'drizzle-kit';

/** After a change of the schema: `drizzle-kit generate --config registry/storage/postgres/drizzle.config.ts --name WHAT`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './registry/storage/postgres/schema.ts',
  out: './registry/storage/postgres/migrations',
});
