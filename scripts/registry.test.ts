import { expect, test } from 'vitest';
import { registryArguments } from './registry.ts';

test('the command line of the registry says what was asked for', () => {
  expect(registryArguments({ database: 'sqlite:a.sqlite' }).slice(1)).toEqual(
    '--port 0 --db sqlite:a.sqlite --dev --environment training'.split(' '),
  );
  expect(
    registryArguments({
      database: 'sqlite:b',
      port: 1,
      seed: 3,
      random: 'x',
      environment: 'acceptance',
    }).slice(1),
  ).toEqual('--port 1 --db sqlite:b --dev --environment acceptance --seed 3 --random x'.split(' '));
});
