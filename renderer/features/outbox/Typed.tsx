import { useTranslation } from 'react-i18next';
import { useCopy } from '../../desk/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Outbox.module.css';

/** A message as it was typed, to be taken along. */
export function Typed({ text }: { text: string }) {
  const { t } = useTranslation(['outbox']);
  const { copy, isCopied } = useCopy();
  return (
    <>
      <span className={styles.typed} data-testid="typed">
        {text}
      </span>
      <Button variant="link" onPress={() => copy(text)} data-testid="copy">
        {t('outbox:copy')}
      </Button>{' '}
      <span role="status">{isCopied && t('outbox:copied')}</span>
    </>
  );
}
