import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '../../tests/e2e/accessibility.ts';
import { type DeskOptions, type OpenDesk, openDesk } from '../../tests/fixtures/desk.ts';
import { DeskPage } from '../../tests/fixtures/deskPage.ts';
import {
  colleaguesAt,
  type RegistryOptions,
  startRegistry,
  type TestRegistry,
} from '../../tests/fixtures/registry.ts';

/** A picture that was taken; `file` is its name in the folder of the gallery. */
export interface Picture {
  scene: string;
  name: string;
  language: string;
  theme: 'light' | 'dark';
  file: string;
}

/** Shows some states of the window. */
export type Scene = (stage: Stage) => Promise<void>;

/** A desk on the stage. */
export interface StagedDesk extends OpenDesk {
  view: DeskPage;
}

interface StageParts {
  out: string;
  language: string;
  scene: string;
  env: NodeJS.ProcessEnv;
}

/** The same persons, bodies and requests every time: pictures of two days can be compared. */
const random = '2026';
const usualSize = { width: 1440, height: 900 };

/** Where a scene takes place: a registry and desks of its own, and the camera. */
export class Stage {
  readonly pictures: Picture[] = [];
  /** What axe has found in them, a line for each element. */
  readonly findings: string[] = [];
  readonly #parts: StageParts;
  readonly #ends: (() => Promise<unknown>)[] = [];

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  get language(): string {
    return this.#parts.language;
  }

  async registry(options: RegistryOptions = {}): Promise<TestRegistry> {
    const registry = await startRegistry({ seed: 120, random, ...options });
    this.endsWith(() => registry.kill());
    return registry;
  }

  /** A desk of the central competent authority of Belgium, in the language of the stage. */
  async desk(registry: TestRegistry, options: Partial<DeskOptions> = {}): Promise<StagedDesk> {
    const { env, language } = this.#parts;
    const [username] = await colleaguesAt(registry);
    const home = options.home ?? (await this.folder());
    const given = { registry: registry.url, username, language, home, ...options };
    const desk = await openDesk({ ...given, env: { ...env, ...options.env } });
    this.endsWith(() => desk.kill());
    await desk.page.setViewportSize(usualSize);
    return { ...desk, view: new DeskPage(desk.page) };
  }

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'roledesk-gallery-'));
    this.endsWith(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
    return folder;
  }

  /** What is to be done when the scene is over, the last first. */
  endsWith(end: () => Promise<unknown>): void {
    this.#ends.unshift(end);
  }

  /** Takes a picture in light and in dark, and asks axe about each. */
  async shoot(page: Page, name: string): Promise<void> {
    const { out, language, scene } = this.#parts;
    const number = String(this.pictures.length / 2 + 1).padStart(2, '0');
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const file = `${scene}-${number}-${name}-${language}-${theme}.png`;
      await page.screenshot({ path: join(out, file), animations: 'disabled' });
      this.pictures.push({ scene, name, language, theme, file });
      for (const { id, at } of await axeFindings(page)) {
        this.findings.push(...at.map((element) => `${file}: ${id}: ${element}`));
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async end(): Promise<void> {
    for (const end of this.#ends) await end();
  }
}
