import { useTranslation } from 'react-i18next';
import type { SignInState } from '../../../shared/desk/state.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { NoticeLine } from '../../ui/NoticeLine.tsx';
import { InBrowserActions, SignInButton } from './SignInActions.tsx';

/** A line under the band for who is signed out over an open store: what that means, and the way back in. */
export function SignInNotice({ signIn }: { signIn: SignInState }) {
  const { t } = useTranslation(['account']);
  const connection = useAsk('desk:state', undefined).data?.connection;
  if (signIn.state === 'in_browser') {
    return (
      <NoticeLine tone="info" actions={<InBrowserActions />}>
        {t('account:inBrowser.text')}
      </NoticeLine>
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
    <NoticeLine
      tone="warning"
      title={t('account:signedOut.title')}
      actions={<SignInButton variant="secondary">{t('account:signedOut.again')}</SignInButton>}
    >
      {problem ? t(`account:problem.${problem}`) : t('account:signedOut.text')}
    </NoticeLine>
  );
}
