import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/desk/state.ts';
import { FullPage } from '../../ui/FullPage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './SignIn.module.css';
import { InBrowserActions, SignInButton } from './SignInActions.tsx';

/** The way in, where no store is open: one button, then what to do in the browser, or what went wrong. */
export function SignIn({ info }: { info: AppInfo }) {
  const { t } = useTranslation(['account', 'desktop']);
  return (
    <FullPage name={t('desktop:name')} headingId="sign-in">
      <Step info={info} />
      {info.registry && (
        <p className={styles.registry}>{t('account:registry', { name: info.registry })}</p>
      )}
    </FullPage>
  );
}

function Step({ info: { signIn, registry } }: { info: AppInfo }) {
  const { t } = useTranslation(['account']);
  switch (signIn.state) {
    case 'signed_in':
    case 'connecting': {
      const problem = signIn.state === 'connecting' ? signIn.problem : undefined;
      return (
        <>
          <Words title={t('account:connecting.title')} text={t('account:connecting.text')} />
          {problem && (
            <Notice tone="warning" announced>
              {t(`account:problem.${problem}`)} {t('account:connecting.tryingOn')}
            </Notice>
          )}
        </>
      );
    }
    case 'in_browser':
      return (
        <>
          <Words title={t('account:inBrowser.title')} text={t('account:inBrowser.text')} />
          <div className={styles.actions}>
            <InBrowserActions />
          </div>
        </>
      );
    case 'signed_out':
      return (
        <>
          <Words title={t('account:title')} text={t('account:text')} />
          {signIn.problem && (
            <Notice tone="warning" announced>
              {t(`account:problem.${signIn.problem}`)}
            </Notice>
          )}
          {registry && (
            <div className={styles.actions}>
              <SignInButton variant="primary">{t('account:signIn')}</SignInButton>
            </div>
          )}
        </>
      );
  }
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 id="sign-in" className={styles.title}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
