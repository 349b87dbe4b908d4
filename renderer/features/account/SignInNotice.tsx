import { useTranslation } from 'react-i18next';
import type { SignInState } from '../../../shared/desk/state.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { InBrowserActions, SignInButton } from './SignInActions.tsx';
import styles from './SignInNotice.module.css';

/** A line under the band for who is signed out over an open store: what that means, and the way back in. */
export function SignInNotice({ signIn }: { signIn: SignInState }) {
  const { t } = useTranslation(['account']);
  const connection = useAsk('desk:state', undefined).data?.connection;
  if (signIn.state === 'in_browser') {
    return (
      <div className={styles.line}>
        <Notice tone="info" announced>
          {t('account:inBrowser.text')}
        </Notice>
        <InBrowserActions />
      </div>
    );
  }
  // A registry that refuses the tokens of a good sign-in wants another one as well.
  const isRefused =
    signIn.state === 'signed_in' &&
    connection?.state === 'offline' &&
    connection.cause === 'signed_out';
  if (signIn.state !== 'signed_out' && !isRefused) return null;
  const problem = signIn.state === 'signed_out' ? signIn.problem : undefined;
  return (
    <div className={styles.line}>
      <Notice tone="warning" title={t('account:signedOut.title')} announced>
        {problem ? t(`account:problem.${problem}`) : t('account:signedOut.text')}
      </Notice>
      <SignInButton variant="secondary">{t('account:signedOut.again')}</SignInButton>
    </div>
  );
}
