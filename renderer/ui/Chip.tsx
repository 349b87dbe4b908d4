import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Chip.module.css';
import { Icon } from './Icon.tsx';

interface ChipProps {
  label: string;
  /** What opens it, or says what is set. */
  children: ReactNode;
  /** Clears it; undefined where nothing is set. */
  onClear: (() => void) | undefined;
}

/** Something that narrows a queue, and the button that takes it away. */
export function Chip({ label, children, onClear }: ChipProps) {
  const { t } = useTranslation(['ui']);
  return (
    <div className={styles.chip} data-set={onClear !== undefined || undefined}>
      {children}
      {onClear && (
        <Button
          className={styles.clear ?? ''}
          aria-label={t('ui:filter.clear', { label })}
          onPress={onClear}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}
