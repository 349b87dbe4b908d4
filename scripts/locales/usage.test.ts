import { expect, test } from 'vitest';
import { addUsage, type Usage, unusedKeys } from './usage.ts';

const english = new Map(
  ['queue:title', 'queue:rows_one', 'queue:rows_other', 'reasons:late', 'reasons:old'].map(
    (key) => [key, 'text'] as const,
  ),
);

function unusedIn(source: string): string[] {
  const usage: Usage = { keys: new Set(), prefixes: new Set() };
  addUsage(usage, source, 'component.tsx');
  return unusedKeys(english, usage);
}

test('a key is used by a call, an attribute or a table; a plural one by its base', () => {
  expect(unusedIn("t('queue:title'); t('queue:rows', { count })")).toEqual([
    'reasons:late',
    'reasons:old',
  ]);
  expect(unusedIn('<Trans i18nKey="queue:title" />')).not.toContain('queue:title');
  expect(unusedIn("const tabs = { first: 'queue:title' };")).not.toContain('queue:title');
});

test('a family is used by its beginning', () => {
  expect(unusedIn('t(`reasons:\u0024{code}`)')).toEqual([
    'queue:title',
    'queue:rows_one',
    'queue:rows_other',
  ]);
});

test('comments, other features and longer keys use nothing', () => {
  const source = "// t('queue:title')\nt('role:title'); t('queue:titles'); t(`\u0024{any}`);";
  expect(unusedIn(source)).toEqual([...english.keys()]);
});
