import type { z } from 'zod';

/** Writes and reads values that only this registry understands, such as cursors. */
export interface Opaque<T> {
  write: (value: T) => string;
  /** The value that a text stands for, or undefined where it stands for none. */
  read: (text: string) => T | undefined;
}

/** Values of this form as text that is safe in an address. */
export function opaque<S extends z.ZodType>(schema: S): Opaque<z.infer<S>> {
  return {
    write: (value) => Buffer.from(JSON.stringify(value)).toString('base64url'),
    read: (text) => {
      try {
        return schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
      } catch {
        return undefined;
      }
    },
  };
}
