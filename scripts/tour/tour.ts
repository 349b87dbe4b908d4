import { join } from 'node:path';
import type { OpenDesk } from '../../tests/fixtures/desk.ts';
import { DeskPage } from '../../tests/fixtures/deskPage.ts';
import { decideElsewhere, type TestRegistry } from '../../tests/fixtures/registry.ts';

interface TourParts {
  desk: OpenDesk;
  registry: TestRegistry;
  username: string;
  colleague: string;
  /** The folder of the pictures. */
  out: string;
  /** `performance.now()` before the desk was launched. */
  startedAt: number;
}

interface Made {
  roleId: string;
  action: 'approve' | 'reject';
}

/** What the tour found, counted at the registry. */
export interface TourReport {
  environment: string;
  synced: number;
  decidedOnline: number;
  decidedOffline: number;
  pushed: number;
  conflicts: number;
  lost: number;
  duplicated: number;
  coldStartMs: number;
}

/** The main job, done in the real window as a person would: on line, off line, and through a conflict. */
export class Tour {
  readonly #parts: TourParts;
  readonly #desk: DeskPage;
  #pictures = 0;

  constructor(parts: TourParts) {
    this.#parts = parts;
    this.#desk = new DeskPage(parts.desk.page);
  }

  async walk(): Promise<TourReport> {
    const coldStartMs = await this.#arrive();
    const online = await this.#decideOnLine();
    await this.#loseRegistry();
    const contested: Made = { roleId: await this.#desk.approveOne(1), action: 'approve' };
    const offline = await this.#decideOffLine();
    const { registry, colleague } = this.#parts;
    await decideElsewhere(registry, colleague, contested.roleId, 'reject');
    await this.#comeBack();
    await this.#meetConflict();
    await this.#lookAround();
    return this.#report(coldStartMs, online, offline, contested);
  }

  async end(): Promise<void> {
    await this.#parts.desk.close();
    await this.#parts.registry.stop();
  }

  async #arrive(): Promise<number> {
    await this.#desk.row(0).waitFor();
    const coldStartMs = Math.round(performance.now() - this.#parts.startedAt);
    await this.#desk.settled();
    await this.#desk.row(2).click();
    await this.#picture('queue');
    return coldStartMs;
  }

  async #decideOnLine(): Promise<Made[]> {
    const approved = await this.#desk.approveOne();
    await this.#picture('approved');
    const rejected = await this.#reject();
    await this.#desk.waitingIs(0);
    await this.#picture('recorded');
    return [{ roleId: approved, action: 'approve' }, rejected];
  }

  async #loseRegistry(): Promise<void> {
    await this.#parts.registry.kill();
    await this.#desk.isOffline();
    await this.#picture('offline');
  }

  async #decideOffLine(): Promise<Made[]> {
    const approved: Made = { roleId: await this.#desk.approveOne(), action: 'approve' };
    const rejected = await this.#reject();
    const together = await this.#approveTogether(3);
    await this.#picture('offline-decided');
    return [approved, rejected, ...together];
  }

  async #reject(): Promise<Made> {
    const roleId = await this.#desk.choose('approve');
    await this.#desk.page.getByTestId('reject').click();
    await this.#desk.page.getByTestId('reason').waitFor();
    await this.#picture('reason');
    await this.#desk.giveReason('wrong_body', 'The operator is in another country.');
    await this.#desk.rowOf(roleId).waitFor({ state: 'detached' });
    return { roleId, action: 'reject' };
  }

  /** Approves some rows as one selection: those that nothing is against. */
  async #approveTogether(count: number): Promise<Made[]> {
    const chosen = new Set<string>();
    for (let index = 0; chosen.size < count; index += 1)
      chosen.add(await this.#desk.choose('approve', index));
    for (const id of chosen) await this.#desk.rowOf(id).getByRole('checkbox').click();
    await this.#picture('selection');
    await this.#desk.page.getByTestId('approve').click();
    for (const id of chosen) await this.#desk.rowOf(id).waitFor({ state: 'detached' });
    return [...chosen].map((roleId) => ({ roleId, action: 'approve' }));
  }

  async #comeBack(): Promise<void> {
    await this.#parts.registry.restart();
    await this.#desk.settled();
    await this.#desk.waitingIs(0);
    await this.#picture('synced');
  }

  async #meetConflict(): Promise<void> {
    const { page } = this.#desk;
    await page.getByTestId('conflicts').click();
    await page.getByTestId('conflict').waitFor();
    await this.#picture('conflicts');
    await page.getByTestId('conflict').getByRole('button').click();
    await this.#picture('conflict');
    await page.getByTestId('keep-theirs').click();
    await page.getByTestId('conflict').waitFor({ state: 'detached' });
  }

  /** Pictures of what the main job does not pass by. */
  async #lookAround(): Promise<void> {
    const { page } = this.#desk;
    await this.#desk.goTo('decided');
    await this.#desk.row(0).click();
    await this.#picture('decided');
    await this.#desk.goTo('requested');
    await this.#desk.row(1).click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await this.#picture('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByTestId('preferences').click();
    await page.getByRole('heading', { name: 'Preferences' }).waitFor();
    await this.#picture('preferences');
  }

  async #report(
    coldStartMs: number,
    online: Made[],
    offline: Made[],
    contested: Made,
  ): Promise<TourReport> {
    const { registry, username } = this.#parts;
    const person = await registry.as(username);
    const counts = await Promise.all(
      [...online, ...offline].map(({ roleId, action }) => person.timesRecorded(roleId, action)),
    );
    const contestedCount = await person.timesRecorded(contested.roleId, contested.action);
    return {
      environment: 'training',
      synced: (await person.roles()).size,
      decidedOnline: online.length,
      decidedOffline: offline.length + 1,
      pushed: counts.filter((count) => count > 0).length,
      conflicts: contestedCount === 0 ? 1 : 0,
      lost: counts.filter((count) => count === 0).length,
      duplicated: [...counts, contestedCount].filter((count) => count > 1).length,
      coldStartMs,
    };
  }

  async #picture(name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await this.#desk.page.screenshot({ path: join(this.#parts.out, `${number}-${name}.png`) });
  }
}
