import { useTranslation } from 'react-i18next';
import type { MayDecide, RoleDetail } from '../../../shared/desk/detail.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import styles from './Request.module.css';

/** Who else may decide on the role (rule 2), in words. */
export function Deciders({ detail: { deciders, body } }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request']);
  const { capital, list } = useFormat();
  const whoIs = useWhoIs();
  if (deciders.length === 0 && !body.fullControl) return null;
  const namesOf = ({ people, more }: MayDecide) =>
    more > 0 ? [...people, t('request:deciders.more', { count: more })] : people;
  return (
    <section>
      <h3 className={styles.heading}>{t('request:deciders.heading')}</h3>
      <ul className={styles.deciders}>
        {deciders.map((decider) => (
          <li key={whoIs(decider)}>
            {capital(whoIs(decider))}
            {decider.people.length > 0 && (
              <span className={styles.more}>{list(namesOf(decider))}</span>
            )}
          </li>
        ))}
        {body.fullControl && <li>{capital(t('request:deciders.fullControl'))}</li>}
      </ul>
    </section>
  );
}

function useWhoIs(): (decider: MayDecide) => string {
  const { t } = useTranslation(['request']);
  const { country } = useFormat();
  const words = useWords();
  return (decider) => {
    switch (decider.as) {
      case 'above':
        return t('request:deciders.above', {
          name: decider.name,
          kind: words.function(decider.function),
        });
      case 'within':
        return t('request:deciders.within', { name: decider.name });
      case 'posts':
        return t('request:deciders.posts', { country: country(decider.country) });
    }
  };
}
