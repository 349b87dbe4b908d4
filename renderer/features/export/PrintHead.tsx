import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/domain/person.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Look } from './look.ts';
import styles from './Printing.module.css';
import { useFilterWords } from './useFilterWords.ts';

interface PrintHeadProps {
  /** The view that is printed; none: one role. */
  look?: Look;
  /** How many rows of how many, in words. */
  rows?: string;
}

/** What the pages are, of which environment, whose, when, and by which filter. */
export function PrintHead({ look, rows }: PrintHeadProps) {
  const { t } = useTranslation(['export', 'environment', 'places', 'queue']);
  const { full, list } = useFormat();
  const filterWords = useFilterWords();
  const info = useAsk('app:info', undefined).data;
  const me = useAsk('desk:state', undefined).data?.me;
  const environment = info ? t(`environment:${info.environment}.name`) : '';
  const scopes = me?.scopes.filter(({ bodyId }) => !look?.filter.as || bodyId === look.filter.as);
  const parts = look ? filterWords(look.filter, me?.scopes ?? []) : [];
  const facts: [string, string | undefined][] = [
    [t('export:print.who'), me && fullName(me.person)],
    [t('export:print.scope'), scopes && list(scopes.map(({ name }) => name))],
    [t('export:print.when'), full(new Date().toISOString())],
    ...(look
      ? ([
          [t('export:print.filter'), parts.join(' · ') || t('export:print.noFilter')],
          [
            t('export:print.order'),
            t(`export:print.${look.sort.direction}`, {
              column: t(`export:column.${look.sort.column}`),
            }),
          ],
          [t('export:print.rows'), rows],
        ] as [string, string | undefined][])
      : []),
  ];
  return (
    <header className={styles.head}>
      <h1>
        {look
          ? t('export:print.view', { queue: t(`places:${look.queue}`), environment })
          : t('export:print.role', { environment })}
      </h1>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}
