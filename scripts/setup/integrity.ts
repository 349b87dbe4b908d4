import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupError } from './progress.mjs';

/**
 * Throws a SetupError unless the file has the given SHA-512, in Base64 as in package locks
 * (Subresource Integrity, without the prefix).
 */
export async function verifySha512(path: string, expected: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = hash.digest('base64');
  if (found !== expected) {
    throw new SetupError(
      `${path} is not what was expected and is not used: its SHA-512 is ${found}`,
    );
  }
}
