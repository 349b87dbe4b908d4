import { hasDisplay, openDisplay } from './display.ts';
import { ensureLibraries, type WindowUse, wantedLibraries } from './setup/libraries.ts';
import { ensureRuntime, sayIfFallback } from './setup/runtime.ts';
import { sandboxSwitches } from './setup/sandbox.ts';

/** All that it takes to open the desk: `executable …switches . ` with `env`, then `close`. */
export type WindowSetup = {
  executable: string;
  switches: string[];
  env: NodeJS.ProcessEnv;
  close: () => Promise<void>;
};

/**
 * Sets up what a window needs: system libraries, the Electron runtime, a display. Call `close`
 * when the last window is gone. Throws a SetupError that says what to do.
 */
export async function setUpWindow(use: WindowUse): Promise<WindowSetup> {
  await ensureLibraries(wantedLibraries(use, hasDisplay()));
  const runtime = await ensureRuntime();
  sayIfFallback(runtime);
  const display = await openDisplay();
  return {
    executable: runtime.executable,
    switches: sandboxSwitches(),
    env: { ...process.env, ...display.env },
    close: display.stop,
  };
}
