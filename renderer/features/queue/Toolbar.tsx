import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter, Queue } from '../../../shared/desk/queues.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FilterMenu } from '../../ui/FilterMenu.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useKey } from '../../ui/useKey.ts';
import styles from './Toolbar.module.css';
import { WorkAs } from './WorkAs.tsx';

interface ToolbarProps {
  queue: Queue;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** From the search on to the rows. */
  onLeave: () => void;
  /** What else can be done with the queue. */
  tools: ReactNode;
}

/** What narrows the queue: a text, countries, types; and as whom one works. */
export function Toolbar({ queue, filter, onFilter, onLeave, tools }: ToolbarProps) {
  const { t } = useTranslation(['queue', 'codes']);
  const { country, capital } = useFormat();
  const { data: facets } = useAsk(
    'queues:facets',
    { queue, as: filter.as },
    { keepPrevious: true },
  );
  const input = useRef<HTMLInputElement>(null);
  useKey('/', () => input.current?.focus());

  const countries = (facets?.countries ?? [])
    .map(({ code, count }) => ({ id: code, name: country(code), count }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const types = (facets?.types ?? []).map(({ code, count }) => ({
    id: code,
    name: capital(t(`codes:roleType.${code}`)),
    count,
  }));
  return (
    <search className={styles.toolbar} aria-label={t('queue:filter.label')}>
      <div className={styles.search}>
        <SearchField
          label={t('queue:search')}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          keys="/"
          inputRef={input}
          onLeave={onLeave}
          testId="search"
        />
      </div>
      <FilterMenu
        label={t('queue:filter.country')}
        options={countries}
        selected={filter.countries}
        onChange={(chosen) => onFilter({ ...filter, countries: chosen })}
      />
      <FilterMenu
        label={t('queue:filter.type')}
        options={types}
        selected={filter.types}
        onChange={(chosen) => onFilter({ ...filter, types: chosen })}
      />
      <WorkAs value={filter.as} onChange={(as) => onFilter({ ...filter, as })} />
      <div className={styles.tools}>{tools}</div>
    </search>
  );
}
