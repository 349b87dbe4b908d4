import { Autocomplete, ListBox, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CheckedOption } from './CheckedOption.tsx';
import { FilterSearch } from './FilterSearch.tsx';
import styles from './PickList.module.css';
import { Tag } from './Tag.tsx';

interface PickOption {
  id: string;
  name: string;
  /** A second line. */
  more: string;
  /** A word that makes it stand out. */
  tag?: string | undefined;
}

interface PickListProps {
  label: string;
  options: readonly PickOption[];
  value: string | undefined;
  onChange: (value: string) => void;
  /** What to say where there is nothing to choose from at all. */
  empty: string;
}

/** One of many, all in sight: searched by any part of what is said of them. */
export function PickList({ label, options, value, onChange, empty }: PickListProps) {
  const { t } = useTranslation(['ui']);
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <FilterSearch label={label} />
      <ListBox
        aria-label={label}
        className={styles.list ?? ''}
        items={options}
        selectionMode="single"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={value === undefined ? [] : [value]}
        onSelectionChange={(chosen) => {
          const option = options.find(({ id }) => chosen !== 'all' && chosen.has(id));
          if (option) onChange(option.id);
        }}
        renderEmptyState={() => (
          <p className={styles.none}>{options.length === 0 ? empty : t('ui:noMatch')}</p>
        )}
      >
        {({ id, name, more, tag }) => (
          <CheckedOption id={id} textValue={`${name} ${more}`}>
            <span className={styles.text}>
              <span className={styles.name}>{name}</span>
              <span className={styles.more}>{more}</span>
            </span>
            {tag && <Tag tone="info">{tag}</Tag>}
          </CheckedOption>
        )}
      </ListBox>
    </Autocomplete>
  );
}
