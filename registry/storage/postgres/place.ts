import type { ClientBase } from 'pg';

/**
 * Which cluster, which database in it, which table in that, and which of the histories that a recovery can branch off.
 * A dump that is restored ends up elsewhere, and so does a server that was recovered to an earlier moment.
 */
const here = `
  (SELECT system_identifier FROM pg_control_system())
  || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
  || '/' || 'registry'::regclass::oid
  || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)`;

/**
 * Begins the feed anew in a database that has come from a backup: its numbers are going to be given a second time, so
 * that a cursor from before would skip what gets them now. Such cursors then belong to another database. To be asked on
 * each new connection, and now and then: a registry can run on while its database is restored.
 * @throws where the database is a standby, or none of a registry
 */
export async function settleFeed(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE registry SET place = ${here}, feed_id = gen_random_uuid()::text WHERE place <> ${here}`,
  );
}
