import { expect, test } from 'vitest';
import { optionsFrom } from './options.ts';

const options = (...args: string[]) => optionsFrom(['--db', 'sqlite:x', ...args]);

test('rule 7: the service target is two working days, of 9 to 17 h, unless it is set otherwise', () => {
  const hours = { opensAt: 9, closesAt: 17 };
  expect(options()).toMatchObject({ 'service-days': 2, 'working-hours': hours });
  expect(options('--service-days', '60', '--working-hours', '00-24')).toMatchObject({
    ...{ 'service-days': 60, 'working-hours': { opensAt: 0, closesAt: 24 } },
  });
});

test.each([
  ['--service-days', '0'],
  ['--service-days', '61'],
  ['--service-days', '1.5'],
  ['--working-hours', '9'],
  ['--working-hours', '9:30-17'],
  ['--working-hours', '9-9'],
  ['--working-hours', '17-9'],
  ['--working-hours', '9-25'],
])('%s %s is refused, and the flag is named', (flag, value) => {
  expect(() => options(flag, value)).toThrow(flag);
});
