import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const maximumLines = 400;
const source = '**/*.{ts,tsx,mjs,cjs,js,css,html,sh}';
const notSource = ['node_modules', 'out', 'test-results', 'dist', '.git', '.cache'];

/** The source files under `folder` that are too long to have one subject, a line each. */
export function findLongFiles(folder: string): string[] {
  const files = globSync(source, { cwd: folder, exclude: notSource });
  if (files.length === 0) return ['lengths: there is no source file'];
  return files.flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length;
    return lines > maximumLines ? [`${file}: ${lines} lines, at most ${maximumLines}`] : [];
  });
}
