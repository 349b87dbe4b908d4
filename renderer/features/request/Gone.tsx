import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** A role that this desk no longer sees; where one's own decision moved it, that is why. */
export function Gone({ roleId }: { roleId: string }) {
  const { t } = useTranslation(['request']);
  const recorded = useAsk('outbox:list', undefined).data?.recorded;
  const last = recorded?.find((entry) => entry.roleId === roleId);
  if (last?.action !== 'reassign' || !last.targetName) {
    return <EmptyState title={t('request:gone')} />;
  }
  return (
    <EmptyState
      title={t('request:passedOn.title', { person: last.personName, name: last.targetName })}
    >
      {t('request:passedOn.text')}
    </EmptyState>
  );
}
