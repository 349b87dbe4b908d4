import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8');

const tokensIn = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
const [lightPart = '', darkPart = ''] = sheet.split(
  '@media screen and (prefers-color-scheme: dark)',
);
const light = tokensIn(lightPart);
const dark = { ...light, ...tokensIn(darkPart.split('@media')[0] ?? '') };

const surfaces = ['canvas', 'ground', 'field', 'accent-wash', 'accent-faint'];
const pairs: [text: string, on: string][] = [
  ...surfaces.flatMap((on): [string, string][] => [
    ['text', on],
    ['text-body', on],
    ['text-soft', on],
    ['text-quiet', on],
    ['accent-text', on],
    ['danger', on],
    ['warning', on],
  ]),
  ['success', 'canvas'],
  ['success', 'ground'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent-deep', 'accent-wash'],
  ['accent-deep', 'accent-faint'],
  ['text', 'neutral-wash'],
  ['text-body', 'neutral-wash'],
  ['danger', 'danger-wash'],
  ['danger-text', 'danger-wash'],
  ['warning', 'warning-wash'],
  ['warning-text', 'warning-wash'],
  ...['training', 'acceptance', 'production'].flatMap((band): [string, string][] => [
    [`${band}-text`, band],
    [`${band}-who`, band],
  ]),
];

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string | undefined, other: string | undefined): number {
  if (!one || !other) throw new Error('no such token');
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const themes = { light, dark };

test.each(['light', 'dark'] as const)('text meets 4.5:1 on what it stands on, %s', (theme) => {
  const tokens = themes[theme];
  const short = pairs
    .map(([text, on]) => ({ text, on, ratio: contrast(tokens[text], tokens[on]) }))
    .filter(({ ratio }) => ratio < 4.5);
  expect(short).toEqual([]);
});

const lines: [line: string, on: string][] = [
  ...['canvas', 'ground', 'accent-wash', 'accent-faint'].flatMap((on): [string, string][] => [
    ['line-input', on],
    ['focus', on],
  ]),
  ['accent', 'canvas'],
  ['accent', 'ground'],
  // The marks of pictures.
  ['danger', 'canvas'],
  ['line-input', 'canvas'],
  ['text-quiet', 'canvas'],
];

test.each(['light', 'dark'] as const)('inputs, boxes and the focus meet 3:1, %s', (theme) => {
  const tokens = themes[theme];
  const short = lines
    .map(([line, on]) => ({ line, on, ratio: contrast(tokens[line], tokens[on]) }))
    .filter(({ ratio }) => ratio < 3);
  expect(short).toEqual([]);
});
