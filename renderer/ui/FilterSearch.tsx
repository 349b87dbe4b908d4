import { Input, SearchField } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './SearchField.module.css';

/** The search over the options of a filter; the list around it hears what is typed. */
export function FilterSearch({ label }: { label: string }) {
  return (
    <SearchField autoFocus aria-label={label} className={styles.search ?? ''}>
      <Icon name="search" />
      <Input className={styles.input ?? ''} placeholder={label} />
    </SearchField>
  );
}
