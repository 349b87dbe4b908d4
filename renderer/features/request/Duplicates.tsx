import { useTranslation } from 'react-i18next';
import type { Body } from '../../../shared/domain/body.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact } from '../../ui/Facts.tsx';
import styles from './Request.module.css';

/** The operators that a new one is probably the same as, each with what makes it look so (rule 6). */
export function Duplicates({ duplicates }: { duplicates: NonNullable<Body['duplicates']> }) {
  const { t } = useTranslation(['request']);
  const words = useWords();
  return (
    <Fact label={t('request:body.looksLike')}>
      {duplicates.map(({ bodyId, name, why }) => (
        <span key={bodyId} className={styles.line}>
          {t('request:body.duplicate', { name, why: words.likeness(why) })}
        </span>
      ))}
    </Fact>
  );
}
