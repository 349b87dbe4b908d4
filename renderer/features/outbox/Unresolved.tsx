import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import styles from './Unresolved.module.css';

/**
 * Says at the foot, from wherever one is, that a decision met a newer one or was refused. The choice opens on the
 * button, not by itself: it must not take the keys from somebody who is deciding on something else.
 */
export function Unresolved({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation(['outbox']);
  const entries = useAsk('outbox:list', undefined).data?.entries ?? [];
  const [openId, setOpenId] = useState<string>();
  const conflicts = entries.filter(({ state }) => state === 'conflict');
  const unresolved = entries.filter(({ state }) => state === 'conflict' || state === 'refused');
  const open = conflicts.find(({ id }) => id === openId);
  const [first] = conflicts;
  return (
    <div className={styles.unresolved} role="alert">
      {first && (
        <>
          <span className={styles.words}>{t('outbox:meets', { count: conflicts.length })}</span>
          <Button variant="link" onPress={() => setOpenId(first.id)} data-testid="resolve">
            {t('outbox:choose')}
          </Button>
        </>
      )}
      {!first && unresolved.length > 0 && (
        <>
          <span className={styles.words}>
            {t('outbox:wasRefused', { count: unresolved.length })}
          </span>
          <Button variant="link" onPress={onShowAll}>
            {t('outbox:look')}
          </Button>
        </>
      )}
      {open && <ConflictDialog entry={open} onClose={() => setOpenId(undefined)} />}
    </div>
  );
}
