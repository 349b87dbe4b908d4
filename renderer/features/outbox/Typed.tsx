import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import styles from './Outbox.module.css';

/** A message as it was typed, to be taken along. */
export function Typed({ text }: { text: string }) {
  const { t } = useTranslation(['outbox']);
  const [isCopied, setCopied] = useState(false);
  const words = useRef<HTMLSpanElement>(null);
  // The window has no permission for the newer way; what is selected can be copied by the keys, too.
  const copy = () => {
    if (words.current) getSelection()?.selectAllChildren(words.current);
    setCopied(document.execCommand('copy'));
  };
  return (
    <>
      <span ref={words} className={styles.typed} data-testid="typed">
        {text}
      </span>
      <Button variant="link" onPress={copy} data-testid="copy">
        {t('outbox:copy')}
      </Button>{' '}
      <span role="status">{isCopied && t('outbox:copied')}</span>
    </>
  );
}
