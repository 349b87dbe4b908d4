import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isUnresolved } from './batches.ts';
import { Conflict } from './Conflict.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import styles from './Outbox.module.css';
import { Refused } from './Refused.tsx';

const shownAtFirst = 20;
const shownMore = 100;

/** The decisions of this desk that wait for a person: they met a newer one, or the registry refused them. */
export function Conflicts({ onOpenRole }: { onOpenRole: (roleId: string) => void }) {
  const { t } = useTranslation(['outbox']);
  const { number } = useFormat();
  const { data } = useAsk('outbox:list', undefined);
  const [openId, setOpenId] = useState<string>();
  const [shown, setShown] = useState(shownAtFirst);
  if (!data) return null;
  const unresolved = data.entries.filter(isUnresolved);
  const open = unresolved.find(({ id }) => id === openId);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('outbox:conflicts.title')}</h1>
      <p className={styles.intro}>{t('outbox:conflicts.intro')}</p>
      {unresolved.length === 0 && (
        <div className={styles.nothing}>
          <EmptyState title={t('outbox:conflicts.empty')} />
        </div>
      )}
      {unresolved
        .slice(0, shown)
        .map((entry) =>
          entry.state === 'conflict' ? (
            <Conflict key={entry.id} entry={entry} onOpen={() => setOpenId(entry.id)} />
          ) : (
            <Refused key={entry.id} entry={entry} onOpenRole={onOpenRole} />
          ),
        )}
      {unresolved.length > shown && (
        <div className={styles.more}>
          <Button onPress={() => setShown(shown + shownMore)}>
            {t('outbox:conflicts.more', { number: number(unresolved.length - shown) })}
          </Button>
        </div>
      )}
      {open && (
        <ConflictDialog entry={open} onClose={() => setOpenId(undefined)} onOpenRole={onOpenRole} />
      )}
    </div>
  );
}
