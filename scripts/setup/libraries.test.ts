import { expect, test } from 'vitest';
import { manualInstallation, missingLibraries, wantedLibraries } from './libraries.ts';

test('a library is there under its name or under that of 64-bit time', () => {
  const wanted = ['libgtk-3-0', 'libnss3', 'libasound2'];
  expect(missingLibraries(wanted, new Set(['libnss3', 'libgtk-3-0t64']))).toEqual(['libasound2']);
  expect(missingLibraries(wanted, new Set(wanted))).toEqual([]);
  expect(missingLibraries(wanted, new Set())).toEqual(wanted);
});

test('browser and keyring are for tests alone, the virtual display for who has no other', () => {
  expect(wantedLibraries('use', true)).toContain('libgtk-3-0');
  for (const name of ['chromium', 'gnome-keyring', 'xvfb']) {
    expect(wantedLibraries('use', true)).not.toContain(name);
  }
  expect(wantedLibraries('use', false)).toContain('xvfb');
  expect(wantedLibraries('use', false)).not.toContain('chromium');
  expect(wantedLibraries('tests', true)).toEqual(
    expect.arrayContaining(['libgtk-3-0', 'chromium', 'gnome-keyring']),
  );
});

test('who may not install is told the one line to run', () => {
  expect(manualInstallation(['xvfb', 'libasound2t64']).split('\n')[1]?.trim()).toBe(
    'sudo apt-get install -y xvfb libasound2t64',
  );
});
