import { expect, test } from 'vitest';
import { languages, resources } from '../../locales/resources.ts';
import { allCommands } from '../../shared/desk/commands.ts';

test.each(languages)('every command has its words in %s', (language) => {
  const { name = {} } = (resources[language]?.commands ?? {}) as {
    name?: Record<string, string>;
  };
  expect(Object.keys(name).sort()).toEqual([...allCommands].sort());
  expect(Object.values(name).filter((words) => words === '')).toEqual([]);
});
