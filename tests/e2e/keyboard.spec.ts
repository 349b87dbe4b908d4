import type { Page } from '@playwright/test';
import type { Role } from '../../shared/domain/role.ts';
import { colleaguesAt, startRegistry } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

const requests = 100;

/**
 * What is pressed for each request, in turn; `a` approves, and the next request is there. A rejection asks for its
 * reason once: `ArrowDown` chooses it, the next one has it already. `u` takes back, and leads back.
 */
const turns = [
  ['a'],
  ['a', 'u', 'a'],
  ['a'],
  ['r', 'Control+Enter'],
  ['a'],
  ['a'],
  ['a'],
  ['a'],
  ['a'],
  ['a'],
] as const;

test('a hundred requests are decided one by one by keyboard alone', async ({ open }, {
  annotations,
}) => {
  // A hundred times what other tests do once.
  test.setTimeout(900_000);
  const registry = await startRegistry({ seed: 700, random: 'keyboard' });
  const [username] = await colleaguesAt(registry);
  const witness = await registry.as(username);
  const before = await witness.roles();
  const { view, page } = await open({ registry: registry.url, username, holdMs: 8_000 });
  await view.settled();
  await watchPointer(page);

  const typed: string[] = [];
  const press = async (key: string) => {
    typed.push(key);
    await page.keyboard.press(key);
  };
  const shown = () => view.request.getAttribute('data-shown-role');
  const expected = new Map<string, Role['status']>();
  await press('j');
  await view.request.waitFor();
  while (expected.size < requests) {
    const roleId = await shown();
    // A person sees what cannot be approved, and goes on.
    if (!(await page.getByTestId('approve').isEnabled())) {
      await press('j');
      await expect(view.request).not.toHaveAttribute('data-shown-role', roleId!);
      continue;
    }
    const turn = turns[expected.size % turns.length]!;
    for (const key of turn) {
      if (key === 'Control+Enter') {
        await page.getByRole('dialog').waitFor();
        if (!(await page.getByTestId('reason').inputValue())) await press('ArrowDown');
      }
      await press(key);
      if (key === 'a' || key === 'Control+Enter')
        await expect(view.request).not.toHaveAttribute('data-shown-role', roleId!);
      if (key === 'u') {
        await expect(view.request).toHaveAttribute('data-shown-role', roleId!);
        await expect(page.getByTestId('approve')).toBeEnabled();
      }
    }
    expected.set(roleId!, turn[0] === 'r' ? 'rejected' : 'valid');
  }
  annotations.push({ type: 'keys', description: typed.join(' ') });
  expect(await page.evaluate(() => (window as unknown as { pointed: number }).pointed)).toBe(0);

  await view.waitingIs(0);
  const after = await witness.roles();
  const changed = [...after].filter(([id, { status }]) => status !== before.get(id)?.status);
  expect(new Map(changed.map(([id, { status }]) => [id, status]))).toEqual(expected);
  const times = await Promise.all(
    [...expected].map(([id, status]) =>
      witness.timesRecorded(id, status === 'rejected' ? 'reject' : 'approve'),
    ),
  );
  expect(times).toEqual(times.map(() => 1));
  // One key for a plain approval, and one more for each that was taken back.
  const pressed = (wanted: string) => typed.filter((key) => key === wanted).length;
  const approved = [...expected.values()].filter((it) => it === 'valid').length;
  expect(pressed('a') - pressed('u')).toBe(approved);
  await registry.kill();
});

test('every place and every action is reached by keyboard', async ({ desk }) => {
  const { view, page, app } = desk;
  await page.keyboard.press('g');
  const waiting = page.getByRole('status').filter({ hasText: 'Go to Valid' });
  await expect(waiting).toBeVisible();
  await isAccessible(page);
  // It does not wait for ever.
  await expect(waiting).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(view.queue('valid')).toHaveAttribute('aria-current', 'page');
  // A letter that continues nothing is not taken for itself.
  await page.keyboard.press('g');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Next undecided request');
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('option').first()).toBeVisible();
  await isAccessible(page);
  await page.keyboard.type('go susp');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await expect(palette.getByRole('option')).toContainText('Go to Suspended');
  await page.keyboard.press('Enter');
  await expect(view.queue('suspended')).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('search');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('search')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('français');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Demandés' })).toBeVisible();

  const goRequested = await app.evaluate(async ({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('goRequested');
    item?.click();
    return item?.label;
  });
  expect(goRequested).toBe('Aller à « Demandés » (G R)');
  await expect(view.queue('requested')).toHaveAttribute('aria-current', 'page');
});

test('keys do nothing while one types, in dialogs and in menus; the menu offers what holds', async ({
  desk,
}) => {
  const { view, page, app } = desk;
  const requested = await view.count('requested');
  const roleId = await view.choose('approve');
  const offered = (id: string) =>
    app.evaluate(({ Menu }, of) => Menu.getApplicationMenu()?.getMenuItemById(of)?.enabled, id);
  await expect.poll(() => offered('approve')).toBe(true);
  await expect.poll(() => offered('reactivate')).toBe(false);

  await page.keyboard.press('/');
  await page.keyboard.type('aruegv?k');
  await expect(page.getByTestId('search')).toHaveValue('aruegv?k');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('search')).toHaveValue('');
  await view.rowOf(roleId).waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(view.grid).toBeFocused();

  await page.keyboard.press('r');
  await page.getByTestId('message').focus();
  await page.keyboard.type('ago?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByTestId('message')).toHaveValue('ago?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByTestId('account').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.type('au');
  await page.keyboard.press('Escape');
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested));
  await view.waitingIs(0);

  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('approve')?.click());
  await view.rowOf(roleId).waitFor({ state: 'detached' });
});

/**
 * Counts what a mouse, a finger or a pen does from now on. Moves do not count: where a window comes or goes under a
 * pointer that rests, the system tells it of one.
 */
async function watchPointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as { pointed: number };
    watched.pointed = 0;
    for (const kind of ['pointerdown', 'wheel', 'touchstart'])
      document.addEventListener(kind, () => (watched.pointed += 1), true);
  });
}
