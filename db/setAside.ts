import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../shared/domain/vocabulary.ts';
import { syncFolderOf, writeDurably } from './durable.ts';
import { asideFile } from './found.ts';
import { lockStore } from './lock.ts';
import { reach } from './moments.ts';
import { openStore } from './open.ts';
import { sumsFile } from './pageSums.ts';
import { type Saved, salvage } from './salvage.ts';
import { desk, outbox } from './schema.ts';
import { sealOf } from './seal.ts';
import { chunked, chunkSize, type Store, type Writer } from './store.ts';

/** How far the setting aside is; kept beside the store, so that one that was cut off goes on. */
const progressSchema = z.object({
  at: z.iso.datetime(),
  /** Where the damaged store goes. */
  aside: z.string(),
  step: z.enum(['moving', 'moved']),
});
type Progress = z.infer<typeof progressSchema>;

/**
 * Moves a damaged store aside, where it stays, and begins a new one with the decisions that can be saved from it. One
 * that was cut off goes on: until it is done `openStore` calls the store damaged.
 * @throws what the file system and SQLite throw; then it can be tried again
 */
export function setAside(file: string, environment: Environment, at: Date): Store {
  const unlock = lockStore(file);
  try {
    const progress = readProgress(file) ?? begin(file, at);
    if (progress.step === 'moving') move(file, progress);
    // The new store takes the place of the damaged one when it is complete.
    if (!existsSync(file)) replace(file, environment, progress);
    clear(file);
    rmSync(asideFile(file));
    syncFolderOf(file);
  } finally {
    unlock();
  }
  return openStore(file, { environment });
}

function readProgress(file: string): Progress | undefined {
  if (!existsSync(asideFile(file))) return undefined;
  return progressSchema.parse(JSON.parse(readFileSync(asideFile(file), 'utf8')));
}

function begin(file: string, at: Date): Progress {
  const now = at.toISOString();
  // Windows takes no colon in a name.
  const aside = `${basename(file)}.damaged-${now.replace(/[:.]/g, '-')}`;
  return keepProgress(file, { at: now, aside, step: 'moving' });
}

function keepProgress(file: string, progress: Progress): Progress {
  writeDurably(asideFile(file), JSON.stringify(progress));
  return progress;
}

function move(file: string, progress: Progress): void {
  for (const end of ['', '-wal', '-sums', '-journal']) {
    if (existsSync(file + end)) renameSync(file + end, besides(file, progress.aside) + end);
  }
  syncFolderOf(file);
  keepProgress(file, { ...progress, step: 'moved' });
  reach('set_aside:moved');
}

function replace(file: string, environment: Environment, { aside, at }: Progress): void {
  clear(file);
  const saved = salvage(besides(file, aside), imageOf(file), environment);
  const begun = newFile(file);
  const store = openStore(begun, { environment });
  try {
    store.write((writer) => keepSaved(writer, saved, { at, file: aside }));
  } finally {
    store.close();
  }
  reach('set_aside:saved');
  renameSync(sumsFile(begun), sumsFile(file));
  renameSync(begun, file);
}

/** Removes what is of no use any more, or was left by one that was cut off. */
function clear(file: string): void {
  const begun = ['', '-wal', '-sums', '-lock', '-journal'].map((end) => newFile(file) + end);
  for (const each of [imageOf(file), ...begun]) rmSync(each, { force: true });
}

function newFile(file: string): string {
  return `${file}.new`;
}

function imageOf(file: string): string {
  return `${file}.image`;
}

/**
 * All of them are to be sent, whatever became of them before: for the same id and content the registry repeats its first
 * result, so nothing is doubled, and what it said comes again.
 */
function keepSaved(writer: Writer, saved: Saved, told: { at: string; file: string }): void {
  const { decisions, unreadable } = saved;
  const mishap = { kind: 'set_aside', ...told, saved: decisions.length, unreadable } as const;
  writer
    .update(desk)
    .set({ ...saved.desk, mishap })
    .run();
  for (const some of chunked(decisions, chunkSize)) {
    const rows = some.map(({ decision, ...names }) => ({
      ...names,
      id: decision.id,
      roleId: decision.roleId,
      state: 'waiting' as const,
      since: told.at,
      decision,
      seal: sealOf(decision),
    }));
    writer.insert(outbox).values(rows).run();
  }
}

function besides(file: string, name: string): string {
  return file.slice(0, -basename(file).length) + name;
}
