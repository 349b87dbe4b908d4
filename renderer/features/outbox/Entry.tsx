import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { Button } from '../../ui/Button.tsx';
import { canUndo } from './batches.ts';
import styles from './Outbox.module.css';
import { Whereabouts } from './Whereabouts.tsx';

interface EntryProps {
  entry: OutboxEntry;
  /** Whether it says where it is; else its batch says so for all. */
  saysWhere: boolean;
  /** Takes it back alone; absent where its batch is taken back as a whole. */
  onUndo?: ((decisionId: string) => void) | undefined;
}

/** One decision of a batch. */
export function Entry({ entry, saysWhere, onUndo }: EntryProps) {
  const { t } = useTranslation(['outbox']);
  const { id, personName, bodyName } = entry;
  return (
    <>
      <span className={styles.person}>{personName}</span>
      <span className={styles.body}>{bodyName}</span>
      <span className={styles.end}>
        {saysWhere && <Whereabouts entry={entry} />}
        {onUndo && canUndo(entry) && (
          <Button
            variant="link"
            aria-label={t('outbox:undoWhat', {
              undo: t('outbox:undo'),
              what: `${personName}, ${bodyName}`,
            })}
            onPress={() => onUndo(id)}
            data-testid="undo-one"
          >
            {t('outbox:undo')}
          </Button>
        )}
      </span>
    </>
  );
}
