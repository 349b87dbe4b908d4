import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { projectFolder } from '../../../scripts/package-program.ts';
import type { Export, ExportNews } from '../../../shared/desk/export.ts';
import type { TestService } from '../../fixtures/service.ts';

let last = 0;

/** Has a service write a file, as main does; answers the number of the order. */
export function order(desk: TestService, wanted: Export, file: string, language = 'en'): number {
  const id = ++last;
  desk.exportNews.length = 0;
  const draft = join(dirname(file), `.${id}.part`);
  const texts = { en: textsOf('en'), [language]: textsOf(language) };
  desk.send({ kind: 'export', id, wanted, file, draft, language, texts });
  return id;
}

/** Waits for the end of the export that was ordered last, the only one of which news is kept. */
export async function ended(desk: TestService): Promise<ExportNews> {
  for (;;) {
    const news = desk.exportNews.at(-1);
    if (news && news.state !== 'writing') return news;
    await desk.untilTold();
  }
}

/** The rows of a file, each by the names of its columns. */
export function rowsIn(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith('\ufeff')) throw new Error('the file has no byte order mark');
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

function textsOf(language: string): Record<string, Record<string, unknown>> {
  const files = globSync(join(projectFolder, 'locales', language, '*.json'));
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8'))]),
  );
}
