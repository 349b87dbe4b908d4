import { expect, test } from 'vitest';
import { manualInstallation, missingLibraries } from './libraries.ts';

test('a library is there under its name or under that of 64-bit time', () => {
  const wanted = ['libgtk-3-0', 'libnss3', 'libasound2'];
  expect(missingLibraries(wanted, new Set(['libnss3', 'libgtk-3-0t64']))).toEqual(['libasound2']);
  expect(missingLibraries(wanted, new Set(wanted))).toEqual([]);
  expect(missingLibraries(wanted, new Set())).toEqual(wanted);
});

test('who may not install is told the one line to run', () => {
  expect(manualInstallation(['xvfb', 'libasound2t64']).split('\n')[1]?.trim()).toBe(
    'sudo apt-get install -y xvfb libasound2t64',
  );
});
