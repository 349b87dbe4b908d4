import { type NativeImage, nativeImage } from 'electron';
import type { Environment } from '../../shared/domain/vocabulary.ts';

type Colour = [red: number, green: number, blue: number];

/** The marks of the bands in the window (`renderer/ui/tokens.css`), production in the deep blue of its band. */
const colours: Record<Environment, Colour> = {
  training: [0xe0, 0x7b, 0x14],
  acceptance: [0x7c, 0x3a, 0xed],
  production: [0x00, 0x2a, 0x99],
};

const sizePx = 128;

/** The icon of a window for the task bar: a white tick on the colour of its environment. */
export function environmentIcon(environment: Environment): NativeImage {
  const [red, green, blue] = colours[environment];
  const pixels = Buffer.alloc(sizePx * sizePx * 4);
  for (let y = 0; y < sizePx; y += 1)
    for (let x = 0; x < sizePx; x += 1) {
      const inside = cover(roundedSquare(x + 0.5, y + 0.5));
      const ink = cover(tick(x + 0.5, y + 0.5));
      // Blue, green, red and how much covers, the colours multiplied by it.
      const shade = [blue, green, red].map((part) => (part + (255 - part) * ink) * inside);
      pixels.set([...shade, 255 * inside].map(Math.round), (y * sizePx + x) * 4);
    }
  return nativeImage.createFromBitmap(pixels, { width: sizePx, height: sizePx });
}

/** How much of a pixel lies inside a shape whose edge is that far away; inside is negative. */
function cover(distancePx: number): number {
  return Math.min(1, Math.max(0, 0.5 - distancePx));
}

function roundedSquare(x: number, y: number): number {
  const radius = sizePx * 0.22;
  const beyond = (at: number) => Math.max(0, Math.abs(at - sizePx / 2) - (sizePx / 2 - radius));
  return Math.hypot(beyond(x), beyond(y)) - radius;
}

function tick(x: number, y: number): number {
  const at = (part: number) => part * sizePx;
  const short = toLine(x, y, at(0.26), at(0.53), at(0.43), at(0.7));
  const long = toLine(x, y, at(0.43), at(0.7), at(0.75), at(0.33));
  return Math.min(short, long) - at(0.06);
}

function toLine(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}
