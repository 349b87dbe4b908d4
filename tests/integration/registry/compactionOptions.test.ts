import { expect, test } from 'vitest';
import { optionsFrom } from '../../../registry/options.ts';

test.each(['0', '-1', '1.5', 'x', '36501', '99999999999999999999'])(
  '--keep-changes-days %s is refused',
  (days) => {
    const args = ['--db', 'sqlite:x', `--keep-changes-days=${days}`];
    expect(() => optionsFrom(args)).toThrow('--keep-changes-days');
  },
);

test('changes are kept for 90 days unless said otherwise', () => {
  const keptFor = (...args: string[]) => optionsFrom(['--db', 'sqlite:x', ...args]);
  expect(keptFor()['keep-changes-days']).toBe(90);
  expect(keptFor('--keep-changes-days', '7')['keep-changes-days']).toBe(7);
});
