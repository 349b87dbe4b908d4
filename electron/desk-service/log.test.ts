import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('a logged error tells its place, and nothing that it quotes', () => {
  const described = describeError(new TypeError('Anna Person is missing'));
  expect(described).toMatchObject({ error: 'TypeError', at: expect.any(Array) });
  expect(JSON.stringify(described)).not.toContain('Anna');
});
