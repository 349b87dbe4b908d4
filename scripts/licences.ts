import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';
import type { Licence } from '../shared/desk/about.ts';

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
});

/**
 * Writes `licences.json` beside a bundle: of every package of which anything is in it, and of those in the folders
 * `beside`, which it needs as they are. A package that says no licence fails the build.
 */
export function licencesOfBundle(...beside: string[]): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const inside = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []);
      const licences = [...new Set([...inside, ...beside])].sort().map(licenceIn);
      this.emitFile({
        type: 'asset',
        fileName: 'licences.json',
        source: JSON.stringify(licences),
      });
    },
  };
}

/** The folder of the package that a module belongs to; none for our own. */
export function packageFolder(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(id)?.[1];
}

/** The licence of the package in a folder. @throws where it names none, or has no text of it */
export function licenceIn(folder: string): Licence {
  const read = packageSchema.safeParse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const [file] = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying)/i.test(name))
    .sort();
  if (!read.success) throw new Error(`${basename(folder)} says no licence.`);
  const { name, version, license } = read.data;
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  return { name, version, licence: license, text: text.trim() };
}
