import type { Page } from '@playwright/test';
import { durations, type Result } from './report.ts';

const decisions = 200;
const limitMs = 50;
/** Between two presses: about as fast as fingers go. */
const pauseMs = 60;
const patienceMs = 60_000;

/** Goes through the queue as a person does: on with `j` to a role that one may approve, `a`, and so on. */
export async function measureKeys(page: Page): Promise<Result[]> {
  const samples: { j: number[]; a: number[] } = { j: [], a: [] };
  await page.getByTestId('roles').focus();
  await page.keyboard.press('j');
  await page.getByTestId('request').waitFor();
  while (samples.a.length < decisions && !(await page.evaluate(isAtEnd))) {
    const key = (await page.getByTestId('approve').isEnabled()) ? 'a' : 'j';
    samples[key].push(await press(page, key));
  }
  return [
    durations('from a to the next request on screen', samples.a, limitMs),
    durations('from j to the next request on screen', samples.j, limitMs),
  ];
}

/** Runs in the window: whether there is no row after the current one. */
function isAtEnd(): boolean {
  const current = document.querySelector('[data-testid="roles"] [aria-current]');
  const rows = current?.closest('[aria-rowcount]')?.getAttribute('aria-rowcount');
  return current !== null && current.getAttribute('aria-rowindex') === rows;
}

/** Presses a key and answers how long the next request took, by the clock of the window. */
async function press(page: Page, key: 'a' | 'j'): Promise<number> {
  const armed = await page.evaluateHandle(awaitNext, { key, patienceMs });
  await page.keyboard.press(key);
  const ms = await armed.evaluate(({ shown }) => shown);
  await armed.dispose();
  if (ms === undefined) throw new Error(`The key ${key} brought no other request.`);
  await page.waitForTimeout(pauseMs);
  return ms;
}

/**
 * Runs in the window: listens to the next press of the key and resolves once another request is in the document and the
 * frame that draws it is over.
 */
function awaitNext({ key, patienceMs }: { key: string; patienceMs: number }) {
  const request = () =>
    document.querySelector('[data-testid="request"]')?.getAttribute('data-shown-role');
  const before = request();
  const shown = new Promise<number | undefined>((resolve) => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key) return;
      removeEventListener('keydown', listen, true);
      const observer = new MutationObserver(() => {
        const now = request();
        if (now === undefined || now === before) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          port2.postMessage(undefined);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    };
    addEventListener('keydown', listen, true);
    setTimeout(() => resolve(undefined), patienceMs);
  });
  return { shown };
}
