import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { splitForm, type Texts } from './texts.ts';

/** What the code says of keys: whole ones, and beginnings of families (`reasons:${code}`). */
export type Usage = { keys: Set<string>; prefixes: Set<string> };

/** All that looks like a key, `feature:…`, in the sources of the rooms that show texts. */
export function readUsage(folder: string): Usage {
  const usage: Usage = { keys: new Set(), prefixes: new Set() };
  const files = globSync('{renderer,electron,shared}/**/*.{ts,tsx}', {
    cwd: folder,
    exclude: ['**/*.test.{ts,tsx}'],
  });
  for (const file of files) addUsage(usage, readFileSync(join(folder, file), 'utf8'), file);
  return usage;
}

/** Adds the keys of one source file: literal texts, and the heads of templates. */
export function addUsage(usage: Usage, source: string, fileName: string): void {
  const kind = fileName.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, false, kind);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isKey(node.text)) usage.keys.add(node.text);
    if (ts.isTemplateExpression(node) && isKey(node.head.text)) usage.prefixes.add(node.head.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function isKey(text: string): boolean {
  return /^[\w-]+:[\w.-]*$/.test(text);
}

/** The keys of English that no source names, whole or by the beginning of their family. */
export function unusedKeys(english: Texts, { keys, prefixes }: Usage): string[] {
  return [...english.keys()].filter(
    (key) =>
      !keys.has(key) &&
      !keys.has(splitForm(key).base) &&
      ![...prefixes].some((prefix) => key.startsWith(prefix)),
  );
}
