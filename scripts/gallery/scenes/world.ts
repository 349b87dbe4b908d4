import { type Fault, startFaultyProxy } from '../../../tests/fixtures/faultyProxy.ts';
import { refusesTokens, startGateway } from '../../../tests/fixtures/gateway.ts';
import type { Stage } from '../stage.ts';

const faults: Record<string, Fault> = {
  portal: { kind: 'portal' },
  maintenance: { kind: 'error', status: 503, as: 'problem', retryAfterS: 1800 },
  pause: { kind: 'error', status: 429, as: 'problem', retryAfterS: 600 },
};

/** What stands between desk and registry answers, or the registry wants to be left alone. */
export async function foreignAnswers(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const faulty = await startFaultyProxy(registry.url);
  stage.endsWith(() => faulty.stop());
  for (const [name, fault] of Object.entries(faults)) {
    const { page, view, kill } = await stage.desk({ ...registry, url: faulty.url });
    await view.settled();
    faulty.switchOn(fault);
    faulty.breakAll();
    await view.isOffline();
    await stage.shoot(page, name);
    await kill();
    faulty.switchOff();
  }
}

/** A registry with which this desk cannot speak. */
export async function olderRegistry(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const gateway = await startGateway(registry.url);
  stage.endsWith(() => gateway.stop());
  const { page, view } = await stage.desk({ ...registry, url: gateway.url });
  await view.settled();
  for (const [name, protocol] of [
    ['older', 0],
    ['newer', 2],
  ] as const) {
    gateway.health = (told) => ({ ...told, protocol });
    gateway.breakAll();
    await view.isOffline();
    await page.getByRole('alert').first().waitFor();
    await stage.shoot(page, name);
    gateway.health = (told) => told;
    await view.settled();
  }
}

const hourMs = 60 * 60_000;

/** A computer whose clock is a day wrong. */
export async function clock(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const gateway = await startGateway(registry.url);
  stage.endsWith(() => gateway.stop());
  gateway.health = (told) => ({
    ...told,
    time: new Date(Date.parse(told.time) - 26 * hourMs).toISOString(),
  });
  const { page, view } = await stage.desk({ ...registry, url: gateway.url });
  await view.settled();
  await page.getByRole('alert').first().waitFor();
  await stage.shoot(page, 'wrong');
}

/** A person whose every token is refused, over the open store, with a decision that waits. */
export async function signedOut(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  const gateway = await startGateway(registry.url);
  stage.endsWith(() => gateway.stop());
  const { page, view } = await stage.desk({ ...registry, url: gateway.url });
  await view.settled();
  gateway.answer = refusesTokens;
  gateway.breakAll();
  await view.isOffline();
  await page.getByRole('alert').first().waitFor();
  await view.approveOne();
  await view.waitingIs(1);
  await stage.shoot(page, 'waiting');
}
