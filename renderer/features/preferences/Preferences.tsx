import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences as Chosen } from '../../../shared/domain/preferences.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { SearchChoice } from '../../ui/SearchChoice.tsx';
import { AppearanceChoices } from './AppearanceChoices.tsx';
import { ownNames } from './languages.ts';
import styles from './Preferences.module.css';
import { Templates } from './Templates.tsx';
import { useLanguage } from './useLanguage.ts';
import { usePreferences } from './usePreferences.ts';

const holdChoices = [0, 5, 10, 20, 30, 60, 120, 300, 600];

/** What a person can choose; each choice holds at once and is saved at once, off line too. */
export function Preferences() {
  const { t, i18n } = useTranslation(['preferences', 'codes']);
  const { preferences, change, saving } = usePreferences();
  const speak = useLanguage();
  if (!preferences) return null;
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('preferences:title')}</h1>
      <p className={styles.saved} aria-live="polite" data-testid="saved">
        {saving.isSuccess && t('preferences:saved')}
        {saving.error && t(`codes:problem.${saving.error.code}`)}
      </p>
      <section className={styles.section} aria-labelledby="preferences-window">
        <h2 id="preferences-window">{t('preferences:window')}</h2>
        <Choice
          label={t('preferences:language.label')}
          options={ownNames}
          value={ownNames.find(({ id }) => id === i18n.language)?.id}
          onChange={speak}
          testId="preference-language"
        />
        <TimeZoneChoice
          value={preferences.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
        <AppearanceChoices />
      </section>
      <section className={styles.section} aria-labelledby="preferences-deciding">
        <h2 id="preferences-deciding">{t('preferences:deciding')}</h2>
        <HoldChoice
          value={preferences.holdSeconds}
          onChange={(holdSeconds) => change({ holdSeconds })}
        />
      </section>
      <Templates />
      <Notifications
        value={preferences.notifications}
        onChange={(notifications) => change({ notifications })}
      />
    </div>
  );
}

interface Setting<T> {
  value: T;
  onChange: (value: T) => void;
}

function TimeZoneChoice({ value, onChange }: Setting<string>) {
  const { t } = useTranslation(['preferences']);
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set([...known, value])]
      .sort()
      .map((id) => ({ id, name: id.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <SearchChoice
      label={t('preferences:timeZone.label')}
      description={t('preferences:timeZone.description')}
      options={zones}
      value={value}
      onChange={onChange}
      testId="preference-time-zone"
    />
  );
}

function HoldChoice({ value, onChange }: Setting<number>) {
  const { t } = useTranslation(['preferences']);
  const seconds = [...new Set([...holdChoices, value])].sort((a, b) => a - b);
  const options = seconds.map((count) => ({
    id: String(count),
    name: count === 0 ? t('preferences:hold.none') : t('preferences:hold.seconds', { count }),
  }));
  return (
    <Choice
      label={t('preferences:hold.label')}
      description={t('preferences:hold.description')}
      options={options}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      testId="preference-hold"
    />
  );
}

function Notifications({ value, onChange }: Setting<Chosen['notifications']>) {
  const { t } = useTranslation(['preferences']);
  const box = (kind: 'newRequest' | 'conflict') => (
    <Checkbox
      isSelected={value[kind] === 'desktop'}
      onChange={(on) => onChange({ ...value, [kind]: on ? 'desktop' : 'off' })}
      data-testid={`preference-${kind}`}
    >
      {t(`preferences:notifications.${kind}`)}
    </Checkbox>
  );
  return (
    <section className={styles.section} aria-labelledby="preferences-notifications">
      <h2 id="preferences-notifications">{t('preferences:notifications.title')}</h2>
      <p className={styles.note}>{t('preferences:notifications.description')}</p>
      {box('newRequest')}
      {box('conflict')}
    </section>
  );
}
