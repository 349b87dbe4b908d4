import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/desk/state.ts';
import { Environment } from '../features/environment/Environment.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Shell.module.css';

/** What to do where there is nobody to open a desk for. */
export function SignedOut({ info }: { info: AppInfo }) {
  const { t } = useTranslation(['app', 'desktop']);
  const problem = info.problem ?? 'signed_out';
  return (
    <div className={styles.signedOut}>
      <Environment environment={info.environment} me={undefined} />
      <main className={styles.main}>
        <h1 className="visually-hidden">{t('desktop:name')}</h1>
        <EmptyState title={t('app:signedOut.title')}>
          <p>{t(`app:signedOut.${problem}`)}</p>
        </EmptyState>
      </main>
    </div>
  );
}
