import { useState } from 'react';
import { useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './About.module.css';

/** The packages that ship with the desk, each with its licence; found by name and by licence. */
export function Licences() {
  const { t } = useTranslation(['about', 'ui']);
  const { contains } = useFilter({ sensitivity: 'base' });
  const [sought, setSought] = useState('');
  const licences = useAsk('app:licences', undefined).data ?? [];
  const found = licences.filter(({ name, licence }) => contains(`${name} ${licence}`, sought));
  return (
    <section className={styles.section} aria-label={t('about:licences')}>
      <h3>{t('about:licences')}</h3>
      <p className={styles.note}>{t('about:chromium')}</p>
      <SearchField label={t('about:search')} value={sought} onChange={setSought} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul className={styles.licences} tabIndex={0} data-testid="licences">
        {found.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary className={styles.package}>
                <span className={styles.name}>{name}</span>
                <span className={styles.note}>{version}</span>
                <span className={styles.note}>{licence}</span>
              </summary>
              <pre className={styles.licence}>{text || t('about:noText')}</pre>
            </details>
          </li>
        ))}
        {found.length === 0 && <li className={styles.note}>{t('ui:noMatch')}</li>}
      </ul>
    </section>
  );
}
