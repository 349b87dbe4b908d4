import type { Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** Its name, also shown while it is empty. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The key that leads into it; whoever places it listens for it. */
  keys?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Arrow down or Enter: on to what was found. */
  onLeave?: () => void;
  autoFocus?: boolean;
  testId?: string;
}

/** Where one types what to look for; Escape empties it. */
export function SearchField(props: SearchFieldProps) {
  const { label, keys, inputRef, testId, onLeave, ...rest } = props;
  const { t } = useTranslation(['ui']);
  return (
    <AriaSearchField
      {...rest}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave?.();
        // Keys that hold in a field, too, are for whoever listens further out.
        else event.continuePropagation();
      }}
      aria-label={label}
      className={styles.search ?? ''}
    >
      <Icon name="search" />
      <Input
        ref={inputRef ?? null}
        className={styles.input ?? ''}
        placeholder={label}
        aria-keyshortcuts={keys}
        data-testid={testId}
      />
      {keys && rest.value === '' && <Kbd keys={keys} />}
      {rest.value !== '' && (
        <Button className={styles.clear ?? ''} aria-label={t('ui:clear')}>
          <Icon name="close" />
        </Button>
      )}
    </AriaSearchField>
  );
}
