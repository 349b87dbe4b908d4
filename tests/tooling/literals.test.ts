import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findVisibleTexts } from '../../scripts/checks/literals.ts';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');

test('no component holds a text that a person would see', () => {
  const components = globSync('**/*.tsx', { cwd: renderer, exclude: ['**/*.test.tsx'] });
  expect(components.length).toBeGreaterThan(0);
  const found = components.flatMap((file) =>
    findVisibleTexts(readFileSync(join(renderer, file), 'utf8'), file).map(
      ({ line, text }) => `${file}:${line}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
});

test.each([
  ['between tags', 'const a = <p>Approve</p>;', 'Approve'],
  ['as an expression', "const a = <p>{'Approve'}</p>;", 'Approve'],
  ['in a choice', "const a = <p>{many ? t('queue:many') : 'One'}</p>;", 'One'],
  ['behind a condition', "const a = <p>{late && 'overdue'}</p>;", 'overdue'],
  ['in an attribute', '<input placeholder="Name" />', 'Name'],
  ['in an attribute expression', "<b aria-label={'Search'} />", 'Search'],
  ['in a template', '<b title={`\u0024{count} rows`} />', 'rows'],
  ['in a label of a component', '<Field label="E-mail" />', 'E-mail'],
])('a text %s is caught', (_where, source, text) => {
  expect(findVisibleTexts(source)).toEqual([{ line: 1, text }]);
});

test.each([
  '<p className="row" data-testid="approve">{t("queue:title")}</p>',
  '<p>{count} · {total}</p>',
  '<b aria-label={t("queue:search")} title={`\u0024{a}/\u0024{b}`} />',
  '<b slot="label" id="title" />',
])('%s holds none', (source) => {
  expect(findVisibleTexts(source)).toEqual([]);
});
