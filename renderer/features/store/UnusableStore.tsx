import { useTranslation } from 'react-i18next';
import type { StoreTrouble } from '../../../shared/desk/state.ts';
import { useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPage } from '../../ui/FullPage.tsx';
import styles from './UnusableStore.module.css';

/** Why the store cannot be opened, that nothing in it is lost, and what to do. */
export function UnusableStore({ trouble }: { trouble: StoreTrouble }) {
  const { t } = useTranslation(['store', 'desktop']);
  const { mutate: tryAgain, isPending } = useTell('app:reopen');
  return (
    <FullPage name={t('desktop:name')} headingId="trouble" testId="store-trouble">
      <div role="alert" className={styles.words}>
        <h2 id="trouble" className={styles.title}>
          {t(`store:trouble.${trouble}.title`)}
        </h2>
        <p>{t(`store:trouble.${trouble}.text`)}</p>
        <p>{t(trouble === 'disk_failing' ? 'store:untouched' : 'store:safe')}</p>
        <p className={styles.todo}>{t(`store:trouble.${trouble}.todo`)}</p>
      </div>
      <Button
        variant="primary"
        isPending={isPending}
        onPress={() => tryAgain(undefined)}
        data-testid="reopen"
      >
        {isPending ? t('store:trying') : t('store:tryAgain')}
      </Button>
    </FullPage>
  );
}
