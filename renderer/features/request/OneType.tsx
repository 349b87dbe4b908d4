import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Notice } from '../../ui/Notice.tsx';

/** That a person who holds a role of one type gets none of another (rule 4), before it is decided. */
export function OneType({ detail }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request', 'codes']);
  const { list } = useFormat();
  const { status, person, otherTypesHeld, otherRoles } = detail;
  if (status !== 'requested' || otherTypesHeld.length === 0) return null;
  const types = list(otherTypesHeld.map((type) => t(`codes:roleType.${type}`)));
  const bodies = otherRoles.flatMap(({ type, status, bodyName }) =>
    otherTypesHeld.includes(type) && (status === 'valid' || status === 'suspended') ? bodyName : [],
  );
  return (
    <Notice tone="danger" title={t('request:oneType.title', { name: fullName(person), types })}>
      {t('request:oneType.text')}{' '}
      {bodies.length === 0
        ? t('request:oneType.elsewhere')
        : t('request:oneType.first', { bodies: list([...new Set(bodies)]) })}
    </Notice>
  );
}
