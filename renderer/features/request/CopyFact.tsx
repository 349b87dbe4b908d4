import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '../../desk/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact } from '../../ui/Facts.tsx';

interface CopyFactProps {
  label: string;
  /** What is copied, and shown unless `children` says more. */
  text: string | undefined;
  children?: ReactNode;
}

/** A fact that can be copied; absent where there is nothing to say. */
export function CopyFact({ label, text, children }: CopyFactProps) {
  if (!text) return null;
  return (
    <Fact label={label} action={<CopyButton label={label} text={text} />}>
      {children ?? text}
    </Fact>
  );
}

function CopyButton({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation(['request']);
  const { copy, isCopied } = useCopy();
  const name = isCopied ? t('request:copy.copied') : t('request:copy.copy');
  return (
    <>
      <Button
        variant="link"
        aria-label={t('request:copy.what', { name, label })}
        onPress={() => copy(text)}
      >
        {name}
      </Button>
      <span role="status" className="visually-hidden">
        {isCopied && t('request:copy.copied')}
      </span>
    </>
  );
}
