import { expect, test } from 'vitest';
import type { SignIn } from './developmentSignIn.ts';
import { Session } from './session.ts';

const signedIn: SignIn = { outcome: 'signed_in', token: 't', personId: 'p' };

function session(answers: SignIn[]) {
  const told: string[] = [];
  const renewing = new Session({
    signIn: async () => answers.shift() ?? { outcome: 'refused' },
    onSignedIn: () => told.push('signed in'),
    onRefused: () => told.push('refused'),
    onUnreachable: () => told.push('unreachable'),
    pause: async (ms) => told.push(`pause of ${ms} ms`),
  });
  return { told, renewing };
}

test('a registry that does not answer is asked until it does, less and less often', async () => {
  const { told, renewing } = session([
    { outcome: 'unreachable' },
    { outcome: 'unreachable' },
    signedIn,
  ]);
  await renewing.renew();
  expect(told).toEqual([
    'unreachable',
    'pause of 500 ms',
    'unreachable',
    'pause of 1000 ms',
    'signed in',
  ]);
});

test('a refusal ends the attempt', async () => {
  const { told, renewing } = session([{ outcome: 'refused' }, signedIn]);
  await renewing.renew();
  expect(told).toEqual(['refused']);
});

test('two wishes for a token at once are one attempt', async () => {
  const { told, renewing } = session([signedIn, signedIn]);
  await Promise.all([renewing.renew(), renewing.renew()]);
  expect(told).toEqual(['signed in']);
  await renewing.renew();
  expect(told).toEqual(['signed in', 'signed in']);
});
