import { useTranslation } from 'react-i18next';
import { useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Request.module.css';

/** Opens the mail program with a prepared text to the person, in the person's language. */
export function Contact({ roleId }: { roleId: string }) {
  const { t } = useTranslation(['request']);
  const { mutate, error } = useTell('app:mail');
  return (
    <span className={styles.contact}>
      <Button variant="link" onPress={() => mutate({ roleId })} data-testid="mail">
        {t('request:mail.write')}
      </Button>
      {error && (
        <span role="alert" className={styles.failed}>
          {t(error.code === 'invalid_input' ? 'request:mail.invalid' : 'request:mail.failed')}
        </span>
      )}
    </span>
  );
}
