import { useTranslation } from 'react-i18next';
import type { CheckedRole } from '../../../shared/desk/detail.ts';
import { Tag } from '../../ui/Tag.tsx';
import styles from './SelectionSummary.module.css';

/** Lighter advice on roles that can be decided on at once: the tag and the name. */
export function OthersAdvised({ roles }: { roles: CheckedRole[] }) {
  const { t } = useTranslation(['request', 'codes']);
  if (roles.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('request:selection.adviceOnOthers')}</h3>
      <ul className={styles.advised}>
        {roles.flatMap(({ roleId, personName, advice }) =>
          advice.map((code) => (
            <li key={`${roleId} ${code}`}>
              <Tag tone="warning">{t(`codes:advice.${code}.tag`)}</Tag> {personName}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
