import { type ReactNode, useRef } from 'react';
import {
  Autocomplete,
  Button,
  DialogTrigger,
  ListBox,
  Popover,
  type Selection,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { CheckedOption } from './CheckedOption.tsx';
import chip from './Chip.module.css';
import { Chip } from './Chip.tsx';
import styles from './FilterMenu.module.css';
import { FilterSearch } from './FilterSearch.tsx';
import { Icon } from './Icon.tsx';

export interface FilterOption {
  id: string;
  name: string;
  count: number;
}

interface FilterMenuProps {
  label: string;
  /** Undefined while they are awaited: the list opens with them. */
  options: readonly FilterOption[] | undefined;
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Where there are more options than the given ones: what is looked for among them. */
  search?: { text: string; onText: (text: string) => void } | undefined;
}

const searchedFrom = 10;

/** A chip that narrows a queue: opens a list to choose several from, says what is chosen, and clears it. */
export function FilterMenu(props: FilterMenuProps) {
  const { label, options = [], selected, onChange, isOpen, onOpenChange, search } = props;
  const { t } = useTranslation(['ui']);
  const { number } = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const isSet = selected.length > 0;
  const isSearched = search !== undefined || options.length >= searchedFrom;
  const clear = () => {
    onChange([]);
    button.current?.focus();
  };
  const list = (
    <ListBox
      aria-label={label}
      className={styles.list ?? ''}
      autoFocus={isSearched ? false : 'first'}
      items={options}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={selected}
      onSelectionChange={(chosen) => onChange(chosenIds(selected, options, chosen))}
      renderEmptyState={() => <p className={styles.none}>{t('ui:noMatch')}</p>}
    >
      {({ id, name, count }) => (
        <CheckedOption id={id} textValue={name}>
          <span className={styles.name}>{name}</span>
          <span className={styles.count}>{number(count)}</span>
        </CheckedOption>
      )}
    </ListBox>
  );
  return (
    <Chip label={label} onClear={isSet ? clear : undefined}>
      <DialogTrigger isOpen={isOpen && props.options !== undefined} onOpenChange={onOpenChange}>
        <Button ref={button} className={chip.open ?? ''}>
          <span className={chip.text}>
            {isSet ? t('ui:filter.set', { label, value: summary(options, selected) }) : label}
          </span>
          {!isSet && <Icon name="down" />}
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom start" aria-label={label}>
          {isSearched ? (
            <Searched label={label} search={search}>
              {list}
            </Searched>
          ) : (
            list
          )}
        </Popover>
      </DialogTrigger>
    </Chip>
  );
}

/** A list with a search above it: over what is in the list, or over more than that. */
function Searched({
  label,
  search,
  children,
}: Pick<FilterMenuProps, 'label' | 'search'> & { children: ReactNode }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const searching = search
    ? { inputValue: search.text, onInputChange: search.onText }
    : { filter: contains };
  return (
    <Autocomplete {...searching}>
      <FilterSearch label={label} />
      {children}
    </Autocomplete>
  );
}

/** What was chosen and is not in the list stays chosen. */
function chosenIds(
  selected: readonly string[],
  options: readonly FilterOption[],
  chosen: Selection,
): string[] {
  const known = new Set([...selected, ...options.map(({ id }) => id)]);
  return [...known].filter((id) => chosen === 'all' || chosen.has(id));
}

function summary(options: readonly FilterOption[], [first, ...others]: readonly string[]): string {
  const name = options.find(({ id }) => id === first)?.name ?? '…';
  return others.length === 0 ? name : `${name} +${others.length}`;
}
