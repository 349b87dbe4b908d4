import { readFileSync, writeFileSync } from 'node:fs';

/** Flips a bit wherever a text stands in a file, in what is left of older rows, too. */
export function flipBits(file: string, text: string): void {
  const bytes = readFileSync(file);
  let at = bytes.indexOf(text);
  if (at < 0) throw new Error(`there is no ${text} in the file`);
  for (; at >= 0; at = bytes.indexOf(text, at)) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}
