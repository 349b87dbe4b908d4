import { join } from 'node:path';
import { runCommand } from '../command.ts';
import { projectFolder } from '../package-program.ts';
import { compareWithEnglish } from './compare.ts';
import { readLanguages } from './texts.ts';
import { readUsage, unusedKeys } from './usage.ts';

/** How many, and which. */
type Tally<Item> = { count: number; list: Item[] };

const tally = <Item>(list: Item[]): Tally<Item> => ({ count: list.length, list });

/** The report of `npm run locales:check -- --json` over the locales and sources in `folder`. */
export function localesReport(folder: string) {
  const languages = readLanguages(join(folder, 'locales'));
  const english = languages.get('en');
  if (english === undefined) throw new Error('locales/en is missing: English is the source.');
  const findings = [...languages].map(([language, texts]) =>
    compareWithEnglish(language, texts, english),
  );
  return {
    languages: tally([...languages.keys()]),
    missing: tally(findings.flatMap(({ missing }) => missing)),
    extra: tally(findings.flatMap(({ extra }) => extra)),
    unused: tally(unusedKeys(english, readUsage(folder))),
    placeholders: tally(findings.flatMap(({ placeholders }) => placeholders)),
    plurals: tally(findings.flatMap(({ plurals }) => plurals)),
  };
}

/** What is wrong with the locales in `folder`, a line each. */
export function checkLocales(folder: string): string[] {
  const { missing, extra, unused, placeholders, plurals } = localesReport(folder);
  const list = (names: string[]) => names.join(' ') || 'none';
  return [
    ...missing.list.map(({ language, key }) => `${language} ${key}: missing`),
    ...extra.list.map(({ language, key }) => `${language} ${key}: not in English`),
    ...unused.list.map((key) => `en ${key}: used nowhere`),
    ...placeholders.list.map(
      ({ language, key, expected, found }) =>
        `${language} ${key}: takes ${list(found)} where English takes ${list(expected)}`,
    ),
    ...plurals.list.map(
      ({ language, key, missing, superfluous }) =>
        `${language} ${key}: plural forms missing ${list(missing)}, superfluous ${list(superfluous)}`,
    ),
  ];
}

if (import.meta.main) {
  await runCommand(async () => {
    const findings = checkLocales(projectFolder);
    const report = localesReport(projectFolder);
    if (process.argv.includes('--json')) console.log(JSON.stringify(report, undefined, 2));
    else
      console.log(
        [...findings, `${report.languages.list.join(', ')}: ${findings.length} findings`].join(
          '\n',
        ),
      );
    return findings.length === 0 ? 0 : 1;
  });
}
