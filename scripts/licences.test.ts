import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenceIn, packageFolder } from './licences.ts';
import { projectFolder } from './package-program.ts';

test.each([
  ['/p/node_modules/react/index.js', '/p/node_modules/react'],
  ['/p/node_modules/@scope/name/dist/a.js?v=1', '/p/node_modules/@scope/name'],
  ['/p/node_modules/a/node_modules/b/c.js', '/p/node_modules/a/node_modules/b'],
  ['\0/p/node_modules/react/index.js?commonjs', '/p/node_modules/react'],
  ['/p/renderer/app/main.tsx', undefined],
  ['\0rolldown/runtime.js', undefined],
])('%j belongs to %j', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test('a package tells its licence with its text', () => {
  const licence = licenceIn(join(projectFolder, 'node_modules', 'zod'));
  expect(licence).toMatchObject({ name: 'zod', licence: 'MIT' });
  expect(licence.text).toContain('MIT License');
});

test('a folder that names no package fails', () => {
  expect(() => licenceIn(join(projectFolder, 'node_modules'))).toThrow();
});
