import { type LoggedDecision, loggedDecisions, logKeys } from '../../../db/decisionLog.ts';
import type { Reader } from '../../../db/store.ts';
import { type Table, tableByKeys } from './table.ts';
import type { Words } from './words.ts';

/** Every decision that the desk knows as a table, the latest first: words for people, then codes and ids for programs. */
export function logTable(reader: Reader, words: Words): Table {
  const columns = logColumns(words);
  return tableByKeys(
    columns.map(([head]) => head),
    logKeys(reader),
    (keys) =>
      loggedDecisions(reader, keys).map((entry) => columns.map(([, cellOf]) => cellOf(entry))),
  );
}

type Column = [head: string, cellOf: (entry: LoggedDecision) => string];

function logColumns({ t, code, country, moment }: Words): Column[] {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value));
  return [
    [t('export:column.decided'), ({ decidedAt }) => moment(decidedAt)],
    [t('export:column.recorded'), ({ recordedAt }) => moment(recordedAt)],
    [t('export:column.registry'), ({ state }) => t(`export:state.${state}`)],
    [t('export:column.by'), ({ by }) => by?.name ?? ''],
    [t('export:column.decision'), ({ action }) => t(`codes:done.${action}`)],
    [t('export:column.person'), ({ personName }) => personName],
    [t('export:column.body'), ({ bodyName }) => bodyName],
    [t('export:column.type'), ({ role }) => (role ? t(`codes:roleType.${role.type}`) : '')],
    [t('export:column.function'), ({ role }) => (role ? code('function', role.function) : '')],
    [t('export:column.country'), ({ role }) => (role ? country(role.country) : '')],
    [t('export:column.reason'), ({ reason }) => (reason ? code('reason', reason) : '')],
    [t('export:column.message'), ({ message }) => message ?? ''],
    [
      t('export:column.refusal'),
      (entry) => (entry.code === undefined ? '' : code('refusal', entry.code)),
    ],
    [t('export:column.baseRevision'), ({ baseRevision }) => number(baseRevision)],
    ['decision_id', ({ id }) => id],
    ['role_id', ({ roleId }) => roleId],
    ['decider_id', ({ by }) => by?.personId ?? ''],
    ['desk_id', ({ desk }) => desk ?? ''],
    ['base_revision', ({ baseRevision }) => number(baseRevision)],
    ['current_revision', ({ role }) => number(role?.revision)],
    ['action', ({ action }) => action],
    ['state', ({ state }) => state],
    ['reason', ({ reason }) => reason ?? ''],
    ['refusal', (entry) => entry.code ?? ''],
    ['decided_at', ({ decidedAt }) => decidedAt],
    ['recorded_at', ({ recordedAt }) => recordedAt ?? ''],
  ];
}
