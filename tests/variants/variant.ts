import { setImmediate as othersTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Reader, Storage, Writer } from '../../registry/storage/storage.ts';

/** A registry with something broken: what a test of the real one must notice. */
export interface Variant {
  storage?: (storage: Storage) => Storage;
  app?: (app: FastifyInstance) => void;
}

/** A storage whose readers and writers do some things otherwise. */
export function otherwise(change: {
  reader?: (reader: Reader) => Partial<Reader>;
  writer?: (writer: Writer) => Partial<Writer>;
}): (storage: Storage) => Storage {
  const read = (reader: Reader) => ({ ...reader, ...change.reader?.(reader) });
  const write = (writer: Writer) => ({
    ...writer,
    ...change.reader?.(writer),
    ...change.writer?.(writer),
  });
  return (storage) => ({
    ...storage,
    read: (work) => storage.read((reader) => work(read(reader))),
    write: (work) => storage.write((writer) => work(write(writer))),
  });
}

/**
 * Nothing broken, but slower: others have their turn before every single question to the storage, as they have where
 * the database is on another machine. What is safe only because nobody came in between is not safe here.
 */
export const takesTurns: Variant = {
  storage: (storage) => ({
    ...storage,
    read: (work) => storage.read((reader) => work(inTurns(reader))),
    write: (work) => storage.write((writer) => work(inTurns(writer))),
  }),
};

function inTurns<T extends object>(answerer: T): T {
  return new Proxy(answerer, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await othersTurn();
        return Reflect.apply(method, target, args);
      };
    },
  });
}
