import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Facet,
  type Filter,
  facetSchema,
  isNarrowed,
  noFilter,
  type Queue,
} from '../../../shared/desk/queues.ts';
import { facetsOf } from '../../desk/look.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { Button } from '../../ui/Button.tsx';
import { ChipMenu } from '../../ui/ChipMenu.tsx';
import { keyOn } from '../../ui/keys.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { FacetChip } from './FacetChip.tsx';
import { MomentChip, SpanChip } from './SpanChip.tsx';
import styles from './Toolbar.module.css';
import { WorkAs } from './WorkAs.tsx';

interface ToolbarProps {
  queue: Queue;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** From here on to the rows. */
  onLeave: () => void;
  /** What else can be done with the queue. */
  tools: ReactNode;
}

const alwaysInSight: ReadonlySet<Facet> = new Set(['statuses', 'countries', 'types', 'sections']);
const spans = ['requested', 'decided'] as const;

/** What narrows the queue: a text and chips; and as whom one works. What is set is always in sight. */
export function Toolbar({ queue, filter, onFilter, onLeave, tools }: ToolbarProps) {
  const { t } = useTranslation(['queue']);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<Facet>();
  /** Out of `More`: it stays in sight when nothing was chosen, so that the focus can stay with it. */
  const [chosen, setChosen] = useState<Facet>();
  const isSet = (facet: Facet) => (filter[facet] ?? []).length > 0;
  const offered = facetsOf[queue];
  const shown = facetSchema.options.filter(
    (facet) =>
      isSet(facet) || (offered.includes(facet) && (alwaysInSight.has(facet) || facet === chosen)),
  );
  const more = offered.filter((facet) => !shown.includes(facet));
  const clearAll = () => {
    setChosen(undefined);
    onFilter({ ...noFilter, as: filter.as });
    onLeave();
  };
  useCommands('finding', {
    search: () => input.current?.focus(),
    clearFilter: isNarrowed(filter) ? clearAll : undefined,
  });
  return (
    <search className={styles.toolbar} aria-label={t('queue:filter.label')}>
      <div className={styles.search}>
        <SearchField
          label={t('queue:search')}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          keys={keyOn('search')}
          inputRef={input}
          onLeave={onLeave}
          testId="search"
        />
      </div>
      {shown.map((facet) => (
        <FacetChip
          key={facet}
          queue={queue}
          filter={filter}
          facet={facet}
          onChange={(ids) => {
            if (ids.length === 0) setChosen(facet);
            onFilter({ ...filter, [facet]: ids });
          }}
          isOpen={open === facet}
          onOpenChange={(isOpen) => setOpen(isOpen ? facet : undefined)}
        />
      ))}
      {spans.map((span) => {
        const set = filter[span];
        if (!set?.from && !set?.to) return null;
        const clear = () => {
          onFilter({ ...filter, [span]: undefined });
          onLeave();
        };
        return <SpanChip key={span} label={t(`queue:filter.${span}`)} span={set} onClear={clear} />;
      })}
      {filter.openAt && (
        <MomentChip
          label={t('queue:filter.openAt')}
          at={filter.openAt}
          onClear={() => {
            onFilter({ ...filter, openAt: undefined });
            onLeave();
          }}
        />
      )}
      {more.length > 0 && (
        <ChipMenu
          label={t('queue:filter.more')}
          items={more.map((facet) => ({ id: facet, name: t(`queue:filter.${facet}`) }))}
          onChoose={(id) => {
            const facet = facetSchema.parse(id);
            setChosen(facet);
            setOpen(facet);
          }}
        />
      )}
      <WorkAs value={filter.as} onChange={(as) => onFilter({ ...filter, as })} />
      {isNarrowed(filter) && (
        <Button variant="link" keys={keyOn('clearFilter')} onPress={clearAll}>
          {t('queue:filter.clearAll')}
        </Button>
      )}
      <div className={styles.tools}>{tools}</div>
    </search>
  );
}
