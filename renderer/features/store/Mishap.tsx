import { useTranslation } from 'react-i18next';
import type { StoreMishap } from '../../../shared/desk/state.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Mishap.module.css';

/** A line under the band that says what happened to the store, until the person has read it. */
export function Mishap() {
  const { t } = useTranslation(['store']);
  const mishap = useAsk('desk:state', undefined).data?.mishap;
  const { mutate: understood } = useTell('desk:mishapRead');
  if (!mishap) return null;
  return (
    <div className={styles.line} data-testid="mishap">
      <Notice tone="warning" title={t(`store:mishap.${mishap.kind}.title`)} announced>
        <Words mishap={mishap} />
      </Notice>
      <Button onPress={() => understood(undefined)} data-testid="mishap-read">
        {t('store:mishap.understood')}
      </Button>
    </div>
  );
}

function Words({ mishap }: { mishap: StoreMishap }) {
  const { t } = useTranslation(['store']);
  switch (mishap.kind) {
    case 'end_lost':
      return t('store:mishap.end_lost.text');
    case 'set_aside': {
      const { file, saved, unreadable } = mishap;
      const sentences = [
        saved > 0
          ? t('store:mishap.set_aside.saved', { count: saved })
          : t('store:mishap.set_aside.noneSaved'),
        ...(unreadable > 0 ? [t('store:mishap.set_aside.unreadable', { count: unreadable })] : []),
        t('store:mishap.set_aside.fetching'),
        t('store:mishap.set_aside.file', { file }),
      ];
      return sentences.join(' ');
    }
  }
}
