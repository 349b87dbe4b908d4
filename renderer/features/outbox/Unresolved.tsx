import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import styles from './Unresolved.module.css';

interface UnresolvedProps {
  onShowAll: () => void;
  onOpenRole: (roleId: string) => void;
}

/**
 * Says at the foot, from wherever one is, that a decision met a newer one or was refused. The choice opens on the
 * button, not by itself: it must not take the keys from somebody who is deciding on something else.
 */
export function Unresolved({ onShowAll, onOpenRole }: UnresolvedProps) {
  const { t } = useTranslation(['outbox']);
  const summary = useAsk('outbox:summary', undefined).data;
  const [openId, setOpenId] = useState<string>();
  const { conflicts = 0, refused = 0, firstConflict: first } = summary ?? {};
  return (
    <div className={styles.unresolved} role="alert">
      {first && (
        <>
          <span className={styles.words}>{t('outbox:meets', { count: conflicts })}</span>
          <Button variant="link" onPress={() => setOpenId(first.id)} data-testid="resolve">
            {t('outbox:choose')}
          </Button>
        </>
      )}
      {!first && refused > 0 && (
        <>
          <span className={styles.words}>{t('outbox:wasRefused', { count: refused })}</span>
          <Button variant="link" onPress={onShowAll}>
            {t('outbox:look')}
          </Button>
        </>
      )}
      {first && first.id === openId && (
        <ConflictDialog
          entry={first}
          onClose={() => setOpenId(undefined)}
          onOpenRole={onOpenRole}
        />
      )}
    </div>
  );
}
