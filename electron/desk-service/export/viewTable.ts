import { type ExportedLine, type Look, viewKeys, viewLines } from '../../../db/exporting.ts';
import type { Reader } from '../../../db/store.ts';
import { claimAt } from '../../../shared/domain/claim.ts';
import { type Table, tableByKeys } from './table.ts';
import type { Words } from './words.ts';

/** What a queue shows as a table: words for people first, codes and ids for programs last. */
export function viewTable(reader: Reader, look: Look, at: Date, words: Words): Table {
  const columns = viewColumns(words, at);
  return tableByKeys(
    columns.map(([head]) => head),
    viewKeys(reader, look, at),
    (keys) =>
      viewLines(reader, look, keys, at).map((line) => columns.map(([, cellOf]) => cellOf(line))),
  );
}

type Column = [head: string, cellOf: (line: ExportedLine) => string];

function viewColumns({ t, code, country, moment }: Words, at: Date): Column[] {
  const claimOf = ({ claim }: ExportedLine) => claim && claimAt({ claim }, at.getTime());
  return [
    [t('export:column.person'), (line) => line.personName],
    [t('export:column.email'), (line) => line.personEmail],
    [t('export:column.body'), (line) => line.bodyName],
    [t('export:column.bodyCode'), (line) => line.bodyCode ?? ''],
    [t('export:column.type'), (line) => t(`codes:roleType.${line.type}`)],
    [t('export:column.function'), (line) => code('function', line.function)],
    [t('export:column.chapter'), (line) => (line.chapter ? code('chapter', line.chapter) : '')],
    [t('export:column.country'), (line) => country(line.country)],
    [t('export:column.status'), (line) => t(`codes:status.${line.status}`)],
    [t('export:column.requested'), (line) => moment(line.requestedAt)],
    [t('export:column.due'), (line) => moment(line.dueAt)],
    [t('export:column.decision'), (line) => decisionOf(line, t)],
    [t('export:column.decided'), (line) => moment(line.decided?.at)],
    [t('export:column.by'), (line) => byOf(line, t)],
    [t('export:column.registry'), (line) => registryOf(line, t)],
    [
      t('export:column.advice'),
      (line) => line.advice.map((each) => t(`codes:advice.${each}.tag`)).join('; '),
    ],
    [t('export:column.claim'), (line) => claimOf(line)?.name ?? ''],
    [t('export:column.claimUntil'), (line) => moment(claimOf(line)?.until)],
    ['role_id', (line) => line.id],
    ['revision', (line) => String(line.revision)],
    ['person_id', (line) => line.personId],
    ['body_id', (line) => line.bodyId],
    ['type', (line) => line.type],
    ['function', (line) => line.function],
    ['chapter', (line) => line.chapter ?? ''],
    ['section', (line) => line.section ?? ''],
    ['country', (line) => line.country],
    ['status', (line) => line.status],
    ['requested_at', (line) => line.requestedAt],
    ['due_at', (line) => line.dueAt],
    ['action', (line) => line.decided?.action ?? ''],
    ['decided_at', (line) => line.decided?.at ?? ''],
    ['unsent', (line) => line.unsent ?? ''],
    ['advice', (line) => line.advice.join(' ')],
  ];
}

function decisionOf({ isSuspendedBySystem, decided }: ExportedLine, t: Words['t']): string {
  if (isSuspendedBySystem) return t('codes:done.suspend');
  return decided ? t(`codes:done.${decided.action}`) : '';
}

function byOf({ isSuspendedBySystem, decided }: ExportedLine, t: Words['t']): string {
  if (isSuspendedBySystem) return t('export:bySystem');
  return decided ? (decided.byName ?? t('export:here')) : '';
}

function registryOf({ unsent, decided }: ExportedLine, t: Words['t']): string {
  if (unsent) return t(`export:state.${unsent}`);
  return decided ? t('export:state.recorded') : '';
}
