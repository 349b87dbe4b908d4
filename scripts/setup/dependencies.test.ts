import { expect, test } from 'vitest';
import { missingPackages } from './dependencies.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/react': { version: '19.3.1' },
    'node_modules/@esbuild/linux-x64': { version: '0.28.2', optional: true },
    'node_modules/@esbuild/win32-x64': { version: '0.28.2', optional: true },
  },
};
const installed = {
  packages: {
    'node_modules/react': { version: '19.3.1' },
    'node_modules/@esbuild/linux-x64': { version: '0.28.2', optional: true },
  },
};
const everything = () => true;

test('what the lock file says is complete; packages for other systems may be absent', () => {
  expect(missingPackages(lock, installed, everything)).toEqual([]);
});

test('another version, a missing entry and a deleted folder are found', () => {
  const react = 'node_modules/react';
  const older = { packages: { ...installed.packages, [react]: { version: '19.3.0' } } };
  expect(missingPackages(lock, older, everything)).toEqual([react]);
  expect(missingPackages(lock, { packages: {} }, everything)).toEqual([react]);
  expect(missingPackages(lock, installed, (folder) => folder !== react)).toEqual([react]);
});
