import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import styles from './Outbox.module.css';

/** The decisions of this desk that wait for a person: they met a newer one, or the registry refused them. */
export function Conflicts() {
  const { t } = useTranslation(['outbox']);
  const { data } = useAsk('outbox:list', undefined);
  const [openId, setOpenId] = useState<string>();
  if (!data) return null;
  const conflicts = data.entries.filter(({ state }) => state === 'conflict');
  const refused = data.entries.filter(({ state }) => state === 'refused');
  const open = conflicts.find(({ id }) => id === openId);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('outbox:conflicts.title')}</h1>
      <p className={styles.intro}>{t('outbox:conflicts.intro')}</p>
      {conflicts.length + refused.length === 0 && (
        <EmptyState title={t('outbox:conflicts.empty')} />
      )}
      {conflicts.map((entry) => (
        <Conflict key={entry.id} entry={entry} onOpen={() => setOpenId(entry.id)} />
      ))}
      {refused.map((entry) => (
        <Refused key={entry.id} entry={entry} />
      ))}
      {open && <ConflictDialog entry={open} onClose={() => setOpenId(undefined)} />}
    </div>
  );
}

function Conflict({ entry, onOpen }: { entry: OutboxEntry; onOpen: () => void }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const now = useNow();
  const { current } = entry;
  return (
    <article className={styles.case} data-testid="conflict">
      <h2>{entry.personName}</h2>
      <p className={styles.body}>{entry.bodyName}</p>
      <p>
        {t('outbox:conflicts.yours', {
          done: t(`codes:done.${entry.action}`),
          time: moment(entry.decidedAt, now),
        })}
      </p>
      <p>
        {current
          ? t('outbox:conflicts.theirs', {
              done: t(`codes:done.${current.action}`),
              name: current.by.name,
              time: moment(current.decidedAt, now),
            })
          : t('outbox:conflict.changedOnly')}
      </p>
      <div className={styles.actions}>
        <Button onPress={onOpen}>{t('outbox:choose')}</Button>
      </div>
    </article>
  );
}

function Refused({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const words = useWords();
  const settle = useTell('outbox:settle');
  const choose = (keep: 'theirs' | 'mine') => settle.mutate({ decisionId: entry.id, keep });
  return (
    <article className={styles.case} data-testid="refused">
      <h2>{entry.personName}</h2>
      <p className={styles.body}>{entry.bodyName}</p>
      <p>
        {t('outbox:refused.what', { action: t(`codes:action.${entry.action}`) })}{' '}
        {entry.code && words.refusal(entry.code)}
      </p>
      {settle.error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${settle.error.code}`)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onPress={() => choose('theirs')} isDisabled={settle.isPending}>
          {t('outbox:refused.dismiss')}
        </Button>
        {entry.canDecideAnew && (
          <Button onPress={() => choose('mine')} isDisabled={settle.isPending}>
            {t('outbox:conflict.decideAnew', { action: t(`codes:action.${entry.action}`) })}
          </Button>
        )}
      </div>
    </article>
  );
}
