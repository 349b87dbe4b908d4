import { type ReactNode, type Ref, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter, Queue as QueueName, Sort } from '../../../shared/desk/queues.ts';
import type { Selection } from '../../desk/selection.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Empty } from './Empty.tsx';
import { Grid, type RowsHandle } from './Grid.tsx';
import styles from './Queue.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useArrivedList } from './useRolePages.ts';
import { useSelecting } from './useSelecting.ts';

interface QueueProps {
  queue: QueueName;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  currentId: string | undefined;
  onCurrent: (roleId: string | undefined) => void;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  /** The actions on what is selected. */
  decisionBar: ReactNode;
  /** What else can be done with the queue, at the end of the toolbar. */
  tools: ReactNode;
  rowsRef: Ref<RowsHandle>;
}

/** A queue of roles: what narrows it, what is selected, and its rows. */
export function Queue(props: QueueProps) {
  const { queue, filter, onFilter, sort, selection, onSelection } = props;
  const { t } = useTranslation(['queue']);
  const wanted = useMemo(() => ({ queue, filter, sort }), [queue, filter, sort]);
  const { list, top, failed, again } = useArrivedList(wanted);
  const selecting = useSelecting(list, selection, onSelection);
  const grid = useRef<HTMLDivElement>(null);
  const total = top?.total ?? 0;
  useCommands('selection', {
    selectAll: total > 0 ? () => void selecting.all() : undefined,
    clearSelection: selection.size > 0 ? selecting.clear : undefined,
  });
  return (
    <section className={styles.queue}>
      <Toolbar
        queue={queue}
        filter={filter}
        onFilter={onFilter}
        onLeave={() => grid.current?.focus()}
        tools={props.tools}
      />
      {selection.size > 0 && (
        <SelectionBar
          count={selection.size}
          total={total}
          onAll={selecting.all}
          onClear={selecting.clear}
          actions={props.decisionBar}
        />
      )}
      <Grid
        gridRef={grid}
        rowsRef={props.rowsRef}
        list={list}
        total={total}
        onSort={props.onSort}
        currentId={props.currentId}
        onCurrent={props.onCurrent}
        selection={selection}
        selecting={selecting}
      />
      {top?.total === 0 && (
        <div className={styles.empty}>
          <Empty queue={list.queue} filter={list.filter} onFilter={onFilter} />
        </div>
      )}
      {failed && (
        <div className={styles.empty}>
          <EmptyState title={t('queue:empty.failed')}>
            <Button variant="link" onPress={again}>
              {t('queue:empty.again')}
            </Button>
          </EmptyState>
        </div>
      )}
    </section>
  );
}
