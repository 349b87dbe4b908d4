import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small JSON file of the profile that the desk can do without: unreadable content counts as none. */
export interface Remembered<T> {
  read: () => T | undefined;
  write: (value: T) => void;
  forget: () => void;
}

/** Remembers a value in a file; it is written whole or not at all. */
export function remembered<S extends z.ZodType>(file: string, schema: S): Remembered<z.infer<S>> {
  return {
    read: () => {
      try {
        return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
      } catch {
        return undefined;
      }
    },
    write: (value) => {
      mkdirSync(dirname(file), { recursive: true });
      const draft = `${file}.new`;
      writeFileSync(draft, JSON.stringify(value));
      renameSync(draft, file);
    },
    forget: () => rmSync(file, { force: true }),
  };
}
