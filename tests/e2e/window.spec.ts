import { spawn } from 'node:child_process';
import { projectFolder } from '../../scripts/package-program.ts';
import { ensureRuntime } from '../../scripts/setup/runtime.ts';
import { sandboxSwitches } from '../../scripts/setup/sandbox.ts';
import { isAccessible } from './accessibility.ts';
import { expect, fileRequest, test } from './fixtures.ts';

test('the desk opens with its environment, its queues and their live counts', async ({
  desk,
  witness,
}) => {
  const { view, page } = desk;
  const roles = [...(await witness.roles()).values()];
  for (const status of ['requested', 'suspended', 'valid'] as const) {
    const count = roles.filter((role) => role.status === status).length;
    await expect(view.queue(status)).toHaveAttribute('data-count', String(count));
  }
  for (const name of ['Requested', 'Suspended', 'Valid', 'Decided']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('banner')).toContainText('Training');
  const requested = await view.count('requested');
  const grid = page.getByRole('grid', { name: 'Roles', exact: true });
  await expect(grid).toHaveAttribute('aria-rowcount', String(requested + 1));
  expect(await grid.locator('[data-role-id]').count()).toBeLessThan(60);
});

test('a request filed at the registry is on screen without a click', async ({
  desk,
  registry,
  witness,
}) => {
  const { view } = desk;
  const requested = await view.count('requested');
  await fileRequest(registry, witness);
  await expect(view.queue('requested')).toHaveAttribute('data-count', String(requested + 1));
});

test('every state of the window is free of accessibility findings', async ({ desk }) => {
  const { page, view } = desk;
  await view.row(1).click();
  await isAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await isAccessible(page);
  await view.row(1).getByRole('checkbox').click();
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('reject').click();
  await page.getByRole('dialog').waitFor();
  await isAccessible(page);
  await page.getByTestId('cancel').click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByTestId('preferences').click();
  await page.getByRole('heading', { name: 'Preferences' }).waitFor();
  await isAccessible(page);
  await page.getByTestId('outbox').click();
  await page.getByRole('heading', { name: 'Outbox' }).waitFor();
  await isAccessible(page);
});

test('the smallest window in the longest language is free of accessibility findings', async ({
  open,
}) => {
  const { app, page, view } = await open({ language: 'de' });
  await view.settled();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  await view.row(1).click();
  await expect(view.request).toBeVisible();
  await isAccessible(page);
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { across: scrollWidth - innerWidth, down: scrollHeight - innerHeight };
    });
  expect(await overflow()).toEqual({ across: 0, down: 0 });
  await page.getByTestId('preferences').click();
  await page.getByTestId('preference-newRequest').waitFor();
  expect(await overflow()).toEqual({ across: 0, down: 0 });
});

test('the page has no Node, no way out and nothing of main but the bridge', async ({ desk }) => {
  const { page, app } = desk;
  const inside = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { desk: object }).desk).sort(),
    opened: window.open('https://example.org') === null,
  }));
  expect(inside).toEqual({ node: [], bridge: ['call', 'listen'], opened: true });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
});

test('the content security policy stops inline scripts and the network', async ({ desk }) => {
  const result = await desk.page.evaluate(async (url) => {
    const stopped = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      stopped.add(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    await fetch(url).catch(() => undefined);
    // The events of both come in tasks of their own.
    while (stopped.size < 2) await new Promise((resolve) => setTimeout(resolve));
    return { injected: 'injected' in window, stopped: [...stopped].sort() };
  }, 'http://127.0.0.1:9/');
  expect(result).toEqual({ injected: false, stopped: ['connect-src', 'script-src-elem'] });
});

test('the window does not leave its page and gets no permission', async ({ desk }) => {
  const { app, page } = desk;
  const before = page.url();
  const prevented = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        // Heard after the guard's own listener: whether that one has stopped it.
        BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) =>
          resolve(event.defaultPrevented),
        );
      }),
  );
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  expect(await prevented).toBe(true);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await page.evaluate(() => location.href)).toBe(before);
});

test('a call that main does not know, or with wrong input, is refused with a code', async ({
  desk,
}) => {
  const answers = await desk.page.evaluate(async () => {
    const { desk: bridge } = window as unknown as {
      desk: { call: (name: string, input: unknown) => Promise<string> };
    };
    return [
      JSON.parse(await bridge.call('files:read', '/etc/passwd')),
      JSON.parse(await bridge.call('roles:detail', { roleId: "1' or 1=1" })),
    ];
  });
  expect(answers).toEqual([
    { ok: false, error: { code: 'unknown_call' } },
    { ok: false, error: { code: 'invalid_input', path: 'roleId' } },
  ]);
});

test('one profile has one instance', async ({ desk, registry, colleagues }) => {
  const { executable } = await ensureRuntime();
  const second = spawn(executable, [...sandboxSwitches(), '.'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      ROLEDESK_HOME: desk.home,
      ROLEDESK_REGISTRY: registry.url,
      ROLEDESK_DEV_USER: colleagues[0],
    },
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  await expect(desk.view.row(0)).toBeVisible();
});
