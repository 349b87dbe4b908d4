import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Notice } from '../../ui/Notice.tsx';

/** That the system suspended the role, why, and what comes back with it (rule 11). */
export function SuspensionNote({ detail: { role, comeBack } }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request']);
  const { list } = useFormat();
  const words = useWords();
  if (role.status !== 'suspended' || role.suspension?.cause !== 'system') return null;
  const bodies = [...new Set(comeBack.map(({ bodyName }) => bodyName))];
  return (
    <Notice tone="info" title={t('request:suspended.title')}>
      {t('request:suspended.why', { reason: words.reason(role.suspension.code) })}{' '}
      {role.suspension.id !== undefined &&
        (bodies.length === 0
          ? t('request:suspended.all')
          : t('request:suspended.these', { bodies: list(bodies) }))}
    </Notice>
  );
}
