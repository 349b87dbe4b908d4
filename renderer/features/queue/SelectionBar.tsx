import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectionLimit } from '../../../shared/desk/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  count: number;
  total: number;
  onAll: () => void;
  onClear: () => void;
  actions: ReactNode;
}

/** How much is selected, and what can be done with it. */
export function SelectionBar({ count, total, onAll, onClear, actions }: SelectionBarProps) {
  const { t } = useTranslation(['queue']);
  const most = Math.min(total, selectionLimit);
  const isAll = count === total;
  return (
    <section className={styles.bar} aria-label={t('queue:selection.label')}>
      <Checkbox
        aria-label={t('queue:selection.clear')}
        isSelected={isAll}
        isIndeterminate={!isAll}
        onChange={onClear}
      />
      <strong className={styles.count} aria-live="polite">
        {t('queue:selection.count', { count })}
      </strong>
      {count <= total && <span className={styles.of}>{t('queue:selection.of', { total })}</span>}
      {count < most && (
        <Button variant="link" onPress={onAll}>
          {most < total
            ? t('queue:selection.first', { limit: most })
            : t('queue:selection.all', { total })}
        </Button>
      )}
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}
