import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appearanceAfter, appearanceSchema, textSizes, usualAppearance } from './appearance.ts';
import { type CommandsOf, commands, commandsOf } from './commands.ts';

const isOfAppearance = (command: keyof typeof commands): command is CommandsOf<'appearance'> =>
  commands[command].group === 'appearance';
const command = fc.constantFrom(...commandsOf('appearance').filter(isOfAppearance));

test('text grows and shrinks step by step, and stays within its sizes', () => {
  const grown = textSizes.map((textSize) =>
    appearanceAfter('largerText', { ...usualAppearance, textSize }),
  );
  expect(grown.map(({ textSize }) => textSize)).toEqual([...textSizes.slice(1), textSizes.at(-1)]);
  const back = grown.map((look) => appearanceAfter('smallerText', look).textSize);
  expect(back).toEqual([...textSizes.slice(0, -1), textSizes.at(-2)]);
});

test('whatever is chosen can be remembered', () => {
  fc.assert(
    fc.property(fc.array(command), (chosen) => {
      const look = chosen.reduce((before, each) => appearanceAfter(each, before), usualAppearance);
      expect(appearanceSchema.parse(look)).toEqual(look);
    }),
  );
});

test('a file of an earlier version keeps its theme', () => {
  expect(appearanceSchema.parse({ theme: 'dark' })).toEqual({ ...usualAppearance, theme: 'dark' });
});
