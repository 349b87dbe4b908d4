import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { statusAfter } from '../../shared/domain/transitions.ts';
import { nothingSelected, type Selection } from '../desk/selection.ts';
import { useAsk } from '../desk/useDesk.ts';
import { DecisionActions } from '../features/deciding/DecisionActions.tsx';
import { OutcomeDialog } from '../features/deciding/OutcomeDialog.tsx';
import type { Batch } from '../features/deciding/useBatch.ts';
import { type Deciding, useDeciding } from '../features/deciding/useDeciding.ts';
import { ExportMenu } from '../features/export/ExportMenu.tsx';
import type { RowsHandle } from '../features/queue/Grid.tsx';
import { Queue } from '../features/queue/Queue.tsx';
import { Request } from '../features/request/Request.tsx';
import { SelectionSummary } from '../features/request/SelectionSummary.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CurrentRole } from './CurrentRole.tsx';
import styles from './Shell.module.css';
import type { Triage } from './useTriage.ts';

/** A queue and, beside it, the current role or the pre-check of the selected ones; one set of actions at a time. */
export function QueueScreen({ triage, batch }: { triage: Triage; batch: Batch }) {
  const { t } = useTranslation(['app', 'places', 'deciding']);
  const { queue, filter, sort, currentId, selection } = triage;
  const isSelecting = selection.size > 0;
  const rows = useRef<RowsHandle>(null);
  const deciding = useDeciding(batch, {
    onLeave: (action, roleIds) => {
      const leaves = queue !== 'decided' && statusAfter(action, queue) !== queue;
      if (leaves) rows.current?.leave(new Set(roleIds));
    },
    onReturn: triage.setCurrentId,
    // What was decided leaves the selection; what was refused stays in it.
    onDecided: ({ accepted }) => triage.letGo(accepted),
  });
  return (
    <>
      <main className={styles.queue}>
        <h1 className="visually-hidden">{t(`places:${queue}`)}</h1>
        <Queue
          queue={queue}
          filter={filter}
          onFilter={triage.setFilter}
          sort={sort}
          onSort={triage.setSort}
          currentId={currentId}
          onCurrent={triage.setCurrentId}
          selection={selection}
          onSelection={triage.setSelection}
          tools={
            <ExportMenu
              look={{ queue, filter, sort }}
              role={
                currentId === undefined
                  ? undefined
                  : { id: currentId, whole: <Request roleId={currentId} /> }
              }
            />
          }
          decisionBar={
            isSelecting &&
            !batch.isUnderWay && <SelectionActions selection={selection} deciding={deciding} />
          }
          rowsRef={rows}
        />
      </main>
      <div className={styles.detail}>
        {isSelecting && batch.isUnderWay ? (
          <aside aria-label={t('app:detail')}>
            <EmptyState title={t('deciding:batch.title')}>{t('deciding:batch.text')}</EmptyState>
          </aside>
        ) : isSelecting ? (
          <SelectionSummary
            selection={selection}
            onShow={(roleId) => {
              triage.setSelection(nothingSelected);
              triage.setCurrentId(roleId);
            }}
            onLeaveOut={(roleId) => triage.letGo([roleId])}
          />
        ) : currentId ? (
          <CurrentRole roleId={currentId} deciding={deciding} />
        ) : (
          <aside className={styles.none} aria-label={t('app:detail')}>
            <EmptyState title={t('app:noRole.title')}>{t('app:noRole.text')}</EmptyState>
          </aside>
        )}
      </div>
      {deciding.outcome && (
        <OutcomeDialog
          outcome={deciding.outcome}
          onClose={deciding.forgetOutcome}
          onRetry={deciding.retry}
        />
      )}
    </>
  );
}

interface SelectionActionsProps {
  selection: Selection;
  deciding: Deciding;
}

function SelectionActions({ selection, deciding }: SelectionActionsProps) {
  const roles = [...selection].map(([roleId, revision]) => ({ roleId, revision }));
  const roleIds = [...selection.keys()];
  const check = useAsk('roles:check', { roleIds }, { keepPrevious: true }).data;
  return (
    check && (
      <DecisionActions
        roles={roles}
        offered={check.actions}
        audience={{ languages: check.languages }}
        lastAdministrators={check.roles.filter((role) => role.leavesNoAdministrator).length}
        place="bar"
        deciding={deciding}
      />
    )
  );
}
