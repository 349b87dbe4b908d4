import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';

interface SignInButtonProps {
  /** `primary` where it is the one action that matters. */
  variant: 'primary' | 'secondary';
  children: ReactNode;
}

/** Sends the person to the browser. */
export function SignInButton({ variant, children }: SignInButtonProps) {
  const { mutate } = useTell('app:signIn');
  return (
    <Button variant={variant} onPress={() => mutate(undefined)} data-testid="sign-in">
      {children}
    </Button>
  );
}

/** What can be done here while the browser asks. */
export function InBrowserActions() {
  const { t } = useTranslation(['account']);
  const { mutate: openAgain } = useTell('app:openBrowser');
  const { mutate: cancel } = useTell('app:cancelSignIn');
  return (
    <>
      <Button onPress={() => openAgain(undefined)} data-testid="open-browser">
        {t('account:inBrowser.again')}
      </Button>
      <Button variant="quiet" onPress={() => cancel(undefined)} data-testid="cancel-sign-in">
        {t('account:inBrowser.cancel')}
      </Button>
    </>
  );
}
