import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import styles from './About.module.css';
import { Licences } from './Licences.tsx';

/** What this program is, what it is made of, and what helps others to find out what is wrong with it. */
export function About({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['about', 'environment', 'ui', 'commands']);
  const diagnostics = useAsk('app:diagnostics', undefined).data;
  const runtime = diagnostics?.runtime;
  return (
    <Dialog
      title={t('commands:name.about')}
      width="wide"
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      {diagnostics && runtime && (
        <>
          <p>{t('about:what')}</p>
          <Facts>
            <Fact label={t('about:version')}>{diagnostics.version}</Fact>
            <Fact label={t('about:environment')}>
              {t(`environment:${diagnostics.environment}.name`)}
            </Fact>
            <Fact label={t('about:runtime')}>{t('about:runtimes', runtime)}</Fact>
            <Fact label={t('about:licence')}>{t('about:eupl')}</Fact>
          </Facts>
          <Text label={t('about:diagnostics')} note={t('about:diagnosticsNote')}>
            {JSON.stringify(diagnostics, null, 2)}
          </Text>
          <Licences />
        </>
      )}
    </Dialog>
  );
}

/** A text to be taken along. */
function Text({ label, note, children }: { label: string; note: string; children: string }) {
  const { t } = useTranslation(['about']);
  const [isCopied, setCopied] = useState(false);
  const words = useRef<HTMLPreElement>(null);
  // The window has no permission for the newer way; what is selected can be copied by the keys, too.
  const copy = () => {
    if (words.current) getSelection()?.selectAllChildren(words.current);
    setCopied(document.execCommand('copy'));
  };
  return (
    <section className={styles.section} aria-label={label}>
      <div className={styles.head}>
        <h3>{label}</h3>
        <span role="status" className={styles.copied}>
          {isCopied && t('about:copied')}
        </span>
        <Button variant="link" onPress={copy} data-testid="copy-diagnostics">
          {t('about:copy')}
        </Button>
      </div>
      <p className={styles.note}>{note}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre ref={words} className={styles.text} tabIndex={0} data-testid="diagnostics">
        {children}
      </pre>
    </section>
  );
}
