import { expect, test } from 'vitest';
import { Session } from './session.ts';
import type { SignIn } from './signIn.ts';

const signedIn: SignIn = { outcome: 'signed_in', token: 't', subject: 'p', expiresInMs: undefined };
const unreachable: SignIn = { outcome: 'unreachable', problem: 'provider_unreachable' };
const refused: SignIn = { outcome: 'refused' };

function session(answers: SignIn[]) {
  const told: string[] = [];
  const renewing = new Session({
    renew: async () => answers.shift() ?? refused,
    onSignedIn: () => told.push('signed in'),
    onRefused: () => told.push('refused'),
    onUnreachable: (problem) => told.push(problem),
    pause: async (ms) => told.push(`pause of ${ms} ms`),
  });
  return { told, renewing };
}

test('who does not answer is asked until there is an answer, less and less often', async () => {
  const { told, renewing } = session([unreachable, unreachable, signedIn]);
  await renewing.renew();
  expect(told).toEqual([
    'provider_unreachable',
    'pause of 500 ms',
    'provider_unreachable',
    'pause of 1000 ms',
    'signed in',
  ]);
});

test('a refusal ends the attempt', async () => {
  const { told, renewing } = session([refused, signedIn]);
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

test('what comes after the end is told to nobody', async () => {
  const { told, renewing } = session([signedIn]);
  const renewal = renewing.renew();
  renewing.stop();
  await renewal;
  expect(told).toEqual([]);
});
