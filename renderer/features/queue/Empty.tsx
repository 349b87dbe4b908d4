import { useTranslation } from 'react-i18next';
import { type Filter, isNarrowed, noFilter, type Queue } from '../../../shared/desk/queues.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

interface EmptyProps {
  queue: Queue;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Why no row is there, and what to do about it. */
export function Empty({ queue, filter, onFilter }: EmptyProps) {
  const { t } = useTranslation(['queue']);
  const { data: state } = useAsk('desk:state', undefined);
  const { moment } = useFormat();
  const nowMs = useNow();
  if (!state) return null;
  if (isNarrowed(filter))
    return (
      <EmptyState title={t('queue:empty.nothingMatches')}>
        <Button variant="link" onPress={() => onFilter({ ...noFilter, as: filter.as })}>
          {t('queue:filter.clear')}
        </Button>
      </EmptyState>
    );
  if (state.firstPull) {
    const { done, remaining } = state.firstPull;
    return (
      <EmptyState title={t('queue:empty.firstPull')}>
        {t('queue:empty.firstPullProgress', { done, total: done + remaining })}
      </EmptyState>
    );
  }
  if (!state.lastSyncAt)
    return (
      <EmptyState title={t('queue:empty.neverSynced')}>
        {t('queue:empty.neverSyncedText')}
      </EmptyState>
    );
  return (
    <EmptyState title={t(`queue:empty.${queue}`)}>
      {t('queue:empty.lastSync', { time: moment(state.lastSyncAt, nowMs) })}
    </EmptyState>
  );
}
