import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet, Filter, Queue } from '../../../shared/desk/queues.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { FilterMenu } from '../../ui/FilterMenu.tsx';
import { useChoiceName } from './useChoiceName.ts';

interface FacetChipProps {
  queue: Queue;
  filter: Filter;
  facet: Facet;
  onChange: (chosen: string[]) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Facets whose choices can be thousands and have names of their own, which the desk knows. */
const named: ReadonlySet<Facet> = new Set(['bodies', 'deciders']);
/** Facets whose choices stand in the order of their names; the others by their counts, or as they are. */
const byName: ReadonlySet<Facet> = new Set(['countries', 'functions', 'chapters', 'sections']);

/** One part of the filter as a chip. What can be chosen is asked for when it opens. */
export function FacetChip({ queue, filter, facet, isOpen, ...props }: FacetChipProps) {
  const { t } = useTranslation(['queue']);
  const nameOf = useChoiceName(facet);
  const [text, setText] = useState('');
  const [isShown, setShown] = useState(false);
  const chosen: readonly string[] = filter[facet] ?? [];
  const isNamed = named.has(facet);
  const asked = useAsk(
    'queues:facet',
    { queue, filter, facet, text: isShown ? text : '' },
    // What was there when it was open before would only blink.
    { enabled: isOpen || (isNamed && chosen.length > 0), keepPrevious: isShown || isNamed },
  );
  if (isOpen && !isShown && !asked.isPending) setShown(true);
  if (!isOpen && isShown) {
    setShown(false);
    setText('');
  }
  const unasked = chosen.map((id) => ({ id, count: 0 }));
  const choices = isOpen || isNamed ? asked.data : unasked;
  const options = choices?.map((choice) => ({ ...choice, name: nameOf(choice) }));
  return (
    <FilterMenu
      {...props}
      label={t(`queue:filter.${facet}`)}
      options={byName.has(facet) ? options?.sort((a, b) => a.name.localeCompare(b.name)) : options}
      selected={chosen}
      isOpen={isOpen}
      search={isNamed ? { text, onText: setText } : undefined}
    />
  );
}
