import { startRegistry } from '../fixtures/registry.ts';
import { isAccessible } from './accessibility.ts';
import { expect, fileRequest, test } from './fixtures.ts';
import { closeWindow, nextQuestion } from './question.ts';

test('the language changes while the window is open, and the registry remembers it', async ({
  open,
  witness,
}) => {
  const { view, page } = await open({ language: '' });
  await view.settled();
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('link', { name: 'Beantragt', exact: true })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Rollen', exact: true })).toBeVisible();
  await expect.poll(async () => (await witness.me()).preferences.language).toBe('de');
  await page.getByRole('button', { name: /Deutsch/ }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect.poll(async () => (await witness.me()).preferences.language).toBe('fr');
});

test('preferences are kept off line and reach the registry later', async ({
  desk,
  registry,
  witness,
}) => {
  const { page, view } = desk;
  const before = (await witness.me()).preferences.notifications.newRequest;
  const wanted = before === 'off' ? 'desktop' : 'off';
  await registry.kill();
  await view.isOffline();
  await page.getByTestId('preferences').click();
  await page.getByTestId('preference-newRequest').click();
  await registry.restart();
  await expect
    .poll(async () => (await witness.me()).preferences.notifications.newRequest, {
      timeout: 30_000,
    })
    .toBe(wanted);
});

test('a registry of another environment is refused in words', async ({ open }) => {
  const acceptance = await startRegistry({ environment: 'acceptance', seed: 10 });
  try {
    const { page, view } = await open({ registry: acceptance.url });
    await view.isOffline();
    await expect(page.getByRole('contentinfo')).toContainText('another environment');
    await expect(view.queue('requested')).toHaveAttribute('data-count', '0');
    await isAccessible(page);
  } finally {
    await acceptance.kill();
  }
});

test('closing the window over unsent decisions says how many', async ({ open }) => {
  const { app, view } = await open({ holdMs: 600_000 });
  await view.settled();
  await view.approveOne();
  await view.approveOne();
  await view.waitingIs(2);
  const asked = nextQuestion({ app }, 1);
  await closeWindow({ app });
  expect((await asked).message).toBe('2 decisions have not reached the registry');
  await expect(view.row(0)).toBeVisible();
});

test('a new request is told on the desktop without a name, and a click opens it', async ({
  desk,
  registry,
  witness,
}) => {
  const told = desk.app.evaluate(
    ({ Notification }) =>
      new Promise<{ title: string; body: string }>((resolve) => {
        Notification.isSupported = () => true;
        Notification.prototype.show = function show() {
          resolve({ title: this.title, body: this.body });
          this.emit('click');
        };
      }),
  );
  const role = await fileRequest(registry, witness);
  expect(await told).toEqual({ title: 'Roledesk', body: '1 new role request waits.' });
  await expect(desk.view.request).toHaveAttribute('data-shown-role', role.id);
});
