import { z } from 'zod';
import type { CommandsOf } from './commands.ts';

/** How large everything in the window is, in per cent; 200 is what nobody may lose anything at (WCAG 1.4.4). */
export const textSizes = [100, 112, 125, 150, 200] as const;

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;

/** How the window looks on this computer, whoever works at it. */
export const appearanceSchema = z.object({
  theme: z.enum(themes).default('system'),
  density: z.enum(densities).default('comfortable'),
  textSize: z.literal(textSizes).default(100),
});
export type Appearance = z.infer<typeof appearanceSchema>;

/** The look of a computer on which nobody has chosen one. */
export const usualAppearance: Appearance = appearanceSchema.parse({});

/** The look after a command that changes it. */
export function appearanceAfter(
  command: CommandsOf<'appearance'>,
  { textSize, ...look }: Appearance,
): Appearance {
  switch (command) {
    case 'systemTheme':
      return { ...look, textSize, theme: 'system' };
    case 'lightTheme':
      return { ...look, textSize, theme: 'light' };
    case 'darkTheme':
      return { ...look, textSize, theme: 'dark' };
    case 'comfortableRows':
      return { ...look, textSize, density: 'comfortable' };
    case 'compactRows':
      return { ...look, textSize, density: 'compact' };
    case 'largerText':
      return { ...look, textSize: textSizes.find((size) => size > textSize) ?? textSize };
    case 'smallerText':
      return { ...look, textSize: textSizes.findLast((size) => size < textSize) ?? textSize };
    case 'usualText':
      return { ...look, textSize: usualAppearance.textSize };
  }
}
