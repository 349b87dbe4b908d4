import type { AppInfo } from '../../shared/desk/state.ts';
import { SignIn } from '../features/account/SignIn.tsx';
import { Environment } from '../features/environment/Environment.tsx';
import { LanguageMenu } from '../features/preferences/LanguageMenu.tsx';
import { Commands } from './Commands.tsx';
import styles from './Shell.module.css';
import { useWindowTitle } from './useWindowTitle.ts';

/** The window where there is nobody to open a desk for. */
export function SignedOut({ info }: { info: AppInfo }) {
  useWindowTitle(info);
  return (
    <div className={styles.signedOut}>
      <Environment environment={info.environment} me={undefined}>
        <LanguageMenu />
      </Environment>
      <main className={styles.main}>
        <SignIn info={info} />
      </main>
      <Commands />
    </div>
  );
}
