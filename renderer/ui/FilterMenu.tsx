import {
  Autocomplete,
  Button,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  type Selection,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import styles from './FilterMenu.module.css';
import { FilterSearch } from './FilterSearch.tsx';
import { Icon } from './Icon.tsx';

export interface FilterOption<T extends string = string> {
  id: T;
  name: string;
  count: number;
}

interface FilterMenuProps<T extends string> {
  label: string;
  options: readonly FilterOption<T>[];
  selected: readonly T[];
  onChange: (selected: T[]) => void;
}

const searchedFrom = 10;

/** A chip that narrows a queue: opens a list to choose several from, says what is chosen, and clears it. */
export function FilterMenu<T extends string>(props: FilterMenuProps<T>) {
  const { label, options, selected, onChange } = props;
  const { t } = useTranslation(['ui']);
  const { number } = useFormat();
  const { contains } = useFilter({ sensitivity: 'base' });
  const isSet = selected.length > 0;
  const isSearched = options.length >= searchedFrom;
  const list = (
    <ListBox
      aria-label={label}
      className={styles.list ?? ''}
      autoFocus={!isSearched}
      items={options}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={selected}
      onSelectionChange={(chosen) => onChange(chosenIds(options, chosen))}
      renderEmptyState={() => <p className={styles.none}>{t('ui:noMatch')}</p>}
    >
      {(option) => (
        <ListBoxItem textValue={option.name} className={styles.option ?? ''}>
          <Icon name="check" />
          <span className={styles.name}>{option.name}</span>
          <span className={styles.count}>{number(option.count)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <div className={styles.chip} data-set={isSet || undefined}>
      <DialogTrigger>
        <Button className={styles.open ?? ''}>
          {isSet ? t('ui:filter.set', { label, value: summary(options, selected) }) : label}
          {!isSet && <Icon name="down" />}
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom start" aria-label={label}>
          {isSearched ? (
            <Autocomplete filter={contains}>
              <FilterSearch label={label} />
              {list}
            </Autocomplete>
          ) : (
            list
          )}
        </Popover>
      </DialogTrigger>
      {isSet && (
        <Button
          className={styles.clear ?? ''}
          aria-label={t('ui:filter.clear', { label })}
          onPress={() => onChange([])}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}

function chosenIds<T extends string>(options: readonly FilterOption<T>[], chosen: Selection): T[] {
  return options.map(({ id }) => id).filter((id) => chosen === 'all' || chosen.has(id));
}

function summary(options: readonly FilterOption[], [first, ...others]: readonly string[]): string {
  const name = options.find(({ id }) => id === first)?.name ?? first ?? '';
  return others.length === 0 ? name : `${name} +${others.length}`;
}
