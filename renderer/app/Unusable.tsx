import type { AppInfo, StoreTrouble } from '../../shared/desk/state.ts';
import { useCommands } from '../desk/useCommands.ts';
import { useTell } from '../desk/useDesk.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import { Environment } from '../features/environment/Environment.tsx';
import { LanguageMenu } from '../features/preferences/LanguageMenu.tsx';
import { UnusableStore } from '../features/store/UnusableStore.tsx';
import { Commands } from './Commands.tsx';
import styles from './Shell.module.css';
import { useWindowTitle } from './useWindowTitle.ts';

/** The window where the store of the person cannot be opened. */
export function Unusable({ info, trouble }: { info: AppInfo; trouble: StoreTrouble }) {
  useWindowTitle(info);
  const { mutate: signOut } = useTell('app:signOut');
  useCommands('account', { sync: undefined, signOut: () => signOut(undefined) });
  return (
    <div className={styles.signedOut}>
      <Environment environment={info.environment} me={undefined}>
        <LanguageMenu />
        <AccountMenu person={undefined} />
      </Environment>
      <main className={styles.main}>
        <UnusableStore trouble={trouble} />
      </main>
      <Commands />
    </div>
  );
}
