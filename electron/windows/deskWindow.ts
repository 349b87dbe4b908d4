import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { z } from 'zod';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import type { Remembered } from '../settings/remembered.ts';
import { environmentIcon } from './icon.ts';
import { origin } from './origin.ts';

/** Where a window stood, in device-independent pixels. */
export const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
});
export type Bounds = z.infer<typeof boundsSchema>;

const smallest = { width: 1024, height: 700 };
const usual = { width: 1440, height: 900 };

/** What a window shows before its page is there. */
interface First {
  title: string;
  environment: Environment;
  /** How large everything in it is, 1 as the system has it. */
  zoom: number;
}

/** Opens the window of the desk where it stood last, as long as a screen still shows that place. */
export function openDeskWindow(
  place: Remembered<Bounds>,
  { title, environment, zoom }: First,
): BrowserWindow {
  const last = place.read();
  const window = new BrowserWindow({
    ...(last && isOnScreen(last) ? last : usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    useContentSize: last === undefined,
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0b0b16' : '#ffffff',
    webPreferences: {
      preload: join(__dirname, '..', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
      zoomFactor: zoom,
    },
  });
  if (last?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    // Drawn once the window is in sight; on a Mac a window has none.
    if (process.platform !== 'darwin') window.setIcon(environmentIcon(environment));
  });
  // The page names its place; until then the title of its document says nothing.
  window.on('page-title-updated', (event, given) => {
    if (!given.startsWith(title)) event.preventDefault();
  });
  window.on('close', () =>
    place.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(`${origin}/index.html`);
  return window;
}

function isOnScreen(bounds: Bounds): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height
  );
}
