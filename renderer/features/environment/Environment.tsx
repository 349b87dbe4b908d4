import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskState } from '../../../shared/desk/state.ts';
import type { Environment as Name } from '../../../shared/domain/vocabulary.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import styles from './Environment.module.css';

interface EnvironmentProps {
  environment: Name;
  /** Unknown until the registry was reached once. */
  me: DeskState['me'];
  /** What stands behind the position: the menus of language and account. */
  children?: ReactNode;
}

/** The band on top: which environment this is and what it means, and as whom the person works. */
export function Environment({ environment, me, children }: EnvironmentProps) {
  const { t } = useTranslation(['environment']);
  return (
    <header className={styles.band} data-environment={environment}>
      <span className={styles.mark} aria-hidden="true" />
      <strong className={styles.name}>{t(`environment:${environment}.name`)}</strong>
      <span className={styles.meaning}>{t(`environment:${environment}.meaning`)}</span>
      <div className={styles.who}>
        {me && <Position scopes={me.scopes} />}
        {children}
      </div>
    </header>
  );
}

function Position({ scopes }: { scopes: NonNullable<DeskState['me']>['scopes'] }) {
  const { t } = useTranslation(['environment', 'codes']);
  const { country } = useFormat();
  const [first, ...others] = scopes;
  if (!first) return <span>{t('environment:noPosition')}</span>;
  const kind = t(`codes:function.${first.kind}`);
  const place = first.kind === 'COMMISSION' ? kind : `${kind}, ${country(first.country)}`;
  return (
    <span className={styles.position}>
      {t('environment:as', { name: first.name, place })}
      {others.length > 0 && ` ${t('environment:andOthers', { count: others.length })}`}
    </span>
  );
}
