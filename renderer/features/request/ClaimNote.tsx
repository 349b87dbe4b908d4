import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/domain/role.ts';
import { useClaim } from '../../desk/useClaim.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Who is on the role now, and until when. */
export function ClaimNote({ role }: { role: Role }) {
  const { t } = useTranslation(['request']);
  const { time } = useFormat();
  const claim = useClaim(role);
  if (!claim) return null;
  return (
    <Notice
      tone="info"
      title={t('request:claim.title', { name: claim.name, time: time(claim.until) })}
    >
      {t('request:claim.text')}
    </Notice>
  );
}
