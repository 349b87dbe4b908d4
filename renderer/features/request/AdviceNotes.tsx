import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Request.module.css';

/** The advice on a request, a box with a whole thought each, the most telling first. */
export function AdviceNotes({ detail }: { detail: RoleDetail }) {
  const { t } = useTranslation(['codes']);
  const { person, role } = detail;
  // What is more than advice is said by `OneType`.
  const isRefused = detail.otherTypesHeld.length > 0 && detail.status === 'requested';
  const advice = detail.advice.filter((code) => code !== 'other_type' || !isRefused);
  if (advice.length === 0) return null;
  const names = {
    email: person.email,
    name: fullName(person),
    contactEmail: role.contactEmail ?? '',
  };
  return (
    <div className={styles.advice}>
      {advice.map((code) => (
        <Notice
          key={code}
          tone={code === 'new_operator' ? 'info' : code === 'no_eori' ? 'danger' : 'warning'}
          title={t(`codes:advice.${code}.title`, names)}
        >
          {t(`codes:advice.${code}.text`, names)}
        </Notice>
      ))}
    </div>
  );
}
