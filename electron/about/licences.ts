import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Licence, licenceSchema } from '../../shared/desk/about.ts';

/** The bundles beside this one; the build writes the licences of its packages into each. */
const bundles = ['main', 'preload', 'renderer', 'service'];

/** The licences of all packages that ship with the desk, by name. */
export async function licencesThatShip(): Promise<Licence[]> {
  const all = await Promise.all(
    bundles.map(async (bundle) => {
      const file = join(__dirname, '..', bundle, 'licences.json');
      return z.array(licenceSchema).parse(JSON.parse(await readFile(file, 'utf8')));
    }),
  );
  const known = new Map(all.flat().map((each) => [`${each.name} ${each.version}`, each]));
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
}
