import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { FootLine, FootWords } from '../../ui/FootLine.tsx';
import styles from './BatchStatus.module.css';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { worthRetrying } from './outcome.ts';
import { answeredIn, type Batch, type BatchRun, isUnderWay } from './useBatch.ts';

/** How a batch comes along, with what holds it, and how it ended, until the person has read that. */
export function BatchStatus({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['deciding', 'ui']);
  const [isShown, setShown] = useState(false);
  const { run } = batch;
  if (!run) return null;
  const { state, total, decided } = run;
  const done = answeredIn(decided);
  return (
    <FootLine data-testid="batch" data-state={state}>
      {isUnderWay(state) ? (
        <>
          <progress
            className={styles.bar}
            aria-label={t('deciding:batch.label')}
            max={total}
            value={done}
          />
          <FootWords>{t(`deciding:batch.${state}`, { done, total })}</FootWords>
          {state === 'paused' ? (
            <Button variant="link" onPress={batch.goOn} data-testid="batch-go-on">
              {t('deciding:batch.goOn')}
            </Button>
          ) : (
            <Button variant="link" onPress={batch.pause} data-testid="batch-pause">
              {t('deciding:batch.pause')}
            </Button>
          )}
          <Button variant="link" onPress={batch.stop} data-testid="batch-stop">
            {t('deciding:batch.stop')}
          </Button>
        </>
      ) : (
        <>
          <Ended run={run} left={total - done} />
          {decided.refused.length > 0 && (
            <Button variant="link" onPress={() => setShown(true)} data-testid="batch-outcome">
              {t('deciding:batch.show')}
            </Button>
          )}
          <Button variant="link" onPress={batch.forget}>
            {t('deciding:batch.dismiss')}
          </Button>
        </>
      )}
      {isShown && (
        <OutcomeDialog
          outcome={decided}
          onClose={() => setShown(false)}
          onRetry={() => {
            setShown(false);
            batch.start(decided.substance, worthRetrying(decided.refused));
          }}
        />
      )}
    </FootLine>
  );
}

/** What was decided, what was not, and why it ended early where it did. */
function Ended({ run: { state, decided, problem }, left }: { run: BatchRun; left: number }) {
  const { t } = useTranslation(['deciding', 'codes']);
  const { substance, accepted, refused } = decided;
  const said = [
    t(`deciding:outcome.${substance.action}`, { count: accepted.length }),
    refused.length > 0 && t('deciding:batch.refused', { count: refused.length }),
    left > 0 && t('deciding:batch.left', { count: left }),
    problem && t(`codes:problem.${problem}`),
  ];
  return (
    <FootWords role={state === 'failed' ? 'alert' : 'status'}>
      {said.filter(Boolean).join(' ')}
    </FootWords>
  );
}
