import { useTranslation } from 'react-i18next';
import type { RoleRow } from '../../../shared/desk/queues.ts';
import type { Advice } from '../../../shared/domain/advice.ts';
import { useClaim } from '../../desk/useClaim.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import styles from './cells.module.css';

interface CellProps {
  row: RoleRow;
}

export function PersonCell({ row }: CellProps) {
  return <TwoLines first={row.personName} second={row.personEmail} />;
}

/** The body, over what kind of role in it, and where: `Operator · Organic importer · Belgium`. */
export function BodyCell({ row }: CellProps) {
  const { t } = useTranslation(['codes']);
  const { capital, country } = useFormat();
  const words = useWords();
  const place = row.type === 'authority' && row.bodyCode ? row.bodyCode : country(row.country);
  const parts = [t(`codes:roleType.${row.type}`), words.function(row.function)].map(capital);
  return <TwoLines first={row.bodyName} second={[...parts, place].join(' · ')} />;
}

export function DueCell({ row, nowMs }: CellProps & { nowMs: number }) {
  const { words, urgency } = useFormat().due(row.dueAt, nowMs);
  return <span className={`${styles.due} ${styles[urgency]}`}>{words}</span>;
}

/** What was decided last, over when and by whom. */
export function DecidedCell({ row, nowMs }: CellProps & { nowMs: number }) {
  const { t } = useTranslation(['queue']);
  const { moment } = useFormat();
  const words = useWords();
  if (row.isSuspendedBySystem)
    return <TwoLines first={words.done('suspend')} second={t('queue:row.bySystem')} />;
  if (!row.decided) return null;
  const { action, at, byName } = row.decided;
  const when = moment(at, nowMs);
  return (
    <TwoLines
      first={words.done(action)}
      second={byName ? t('queue:row.by', { name: byName, when }) : t('queue:row.here', { when })}
    />
  );
}

/** Advice in a word each; a decision that waits and a colleague's claim come first. */
export function AdviceCell({ row }: CellProps) {
  const { t } = useTranslation(['queue', 'codes']);
  const { time } = useFormat();
  const claim = useClaim(row);
  const unsent = row.unsent && {
    words: t(`queue:unsent.${row.unsent}`),
    tone: unsentTone(row.unsent),
  };
  const claimed = claim && {
    words: t('queue:row.claimed', { name: claim.name, time: time(claim.until) }),
    tone: 'neutral' as const,
  };
  const advice = row.advice.map((code) => ({
    words: t(`codes:advice.${code}.tag`),
    tone: adviceTone[code],
  }));
  const [first, ...others] = [unsent, claimed, ...advice].filter((each) => !!each);
  if (!first) return null;
  return (
    <span className={styles.tags}>
      <Tag tone={first.tone}>{first.words}</Tag>
      <Others words={others.map(({ words }) => words)} />
    </span>
  );
}

/** Whether the registry has the decision, or where it is on its way there. */
export function RegistryCell({ row }: CellProps) {
  const { t } = useTranslation(['queue']);
  if (row.unsent) return <Tag tone={unsentTone(row.unsent)}>{t(`queue:unsent.${row.unsent}`)}</Tag>;
  return <span className={styles.quiet}>{t('queue:row.recorded')}</span>;
}

/** How many more tags there are, by number for the eye and by word for all else. */
function Others({ words }: { words: string[] }) {
  const { t } = useTranslation(['queue']);
  const { list } = useFormat();
  if (words.length === 0) return null;
  const advice = list(words);
  return (
    <span className={styles.others} title={advice}>
      <Tag>
        <span aria-hidden="true">{`+${words.length}`}</span>
        <span className="visually-hidden">{t('queue:row.more', { advice })}</span>
      </Tag>
    </span>
  );
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <span className={styles.lines}>
      <span className={styles.first}>{first}</span>
      <span className={styles.second}>{second}</span>
    </span>
  );
}

const adviceTone: Record<Advice, Tone> = {
  no_eori: 'danger',
  other_type: 'warning',
  older_request: 'warning',
  shared_mailbox: 'warning',
  not_a_person: 'warning',
  free_mail: 'warning',
  other_domain: 'warning',
  new_operator: 'info',
};

function unsentTone(unsent: NonNullable<RoleRow['unsent']>): Tone {
  return unsent === 'conflict' || unsent === 'refused' ? 'danger' : 'neutral';
}
