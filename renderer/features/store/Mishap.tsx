import { useTranslation } from 'react-i18next';
import type { StoreMishap } from '../../../shared/desk/state.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { NoticeLine } from '../../ui/NoticeLine.tsx';

/** A line under the band that says what happened to the store, until the person has read it. */
export function Mishap() {
  const { t } = useTranslation(['store']);
  const mishap = useAsk('desk:state', undefined).data?.mishap;
  const { mutate: understood } = useTell('desk:mishapRead');
  if (!mishap) return null;
  return (
    <NoticeLine
      tone="warning"
      title={t(`store:mishap.${mishap.kind}.title`)}
      actions={
        <Button onPress={() => understood(undefined)} data-testid="mishap-read">
          {t('store:mishap.understood')}
        </Button>
      }
      testId="mishap"
    >
      <Words mishap={mishap} />
    </NoticeLine>
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
