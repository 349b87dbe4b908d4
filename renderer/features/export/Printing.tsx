import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDelayed } from '../../ui/useDelayed.ts';
import { PrintHead } from './PrintHead.tsx';
import styles from './Printing.module.css';
import { PrintTable } from './PrintTable.tsx';
import { printLimit } from './readRows.ts';
import type { Printing as State } from './usePrinting.ts';

interface PrintingProps {
  printing: State;
  /** The current role as it is printed. */
  whole: ReactNode;
}

/** What is on its way to the printer: its progress on the screen, its pages in print alone. */
export function Printing({ printing: { job, cancel }, whole }: PrintingProps) {
  const { t } = useTranslation(['export', 'ui']);
  const { number } = useFormat();
  const isLong = useDelayed(job?.step === 'reading');
  switch (job?.step) {
    case undefined:
      return null;
    case 'reading':
      return isLong ? <Progress done={job.done} total={job.total} onCancel={cancel} /> : null;
    case 'too_many':
      return (
        <Dialog
          title={t('export:print.title')}
          onClose={cancel}
          actions={
            <>
              <Button onPress={cancel}>{t('ui:cancel')}</Button>
              <Button variant="primary" onPress={job.goOn}>
                {t('export:print.first', { limit: printLimit })}
              </Button>
            </>
          }
        >
          <p>{t('export:print.tooMany', { total: job.total, limit: printLimit })}</p>
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog
          title={t('export:print.title')}
          onClose={cancel}
          actions={<Button onPress={cancel}>{t('ui:close')}</Button>}
        >
          <p>{t(`export:print.${job.why}`)}</p>
        </Dialog>
      );
    case 'view':
      return (
        <Pages>
          <PrintHead
            look={job.look}
            rows={
              job.rows.length < job.total
                ? t('export:print.firstRows', { limit: job.rows.length, total: job.total })
                : number(job.total)
            }
          />
          <PrintTable queue={job.look.queue} rows={job.rows} />
        </Pages>
      );
    case 'role':
      return (
        <Pages>
          <PrintHead />
          {whole}
        </Pages>
      );
  }
}

function Progress(props: { done: number; total: number; onCancel: () => void }) {
  const { t } = useTranslation(['export', 'ui']);
  const { done, total, onCancel } = props;
  return (
    <Dialog
      title={t('export:print.preparing')}
      onClose={onCancel}
      actions={<Button onPress={onCancel}>{t('ui:cancel')}</Button>}
    >
      <p aria-live="polite">{t('export:print.progress', { done, total })}</p>
    </Dialog>
  );
}

/** Beside the window's own root: in print it stands alone, on the screen it is not there. */
function Pages({ children }: { children: ReactNode }) {
  return createPortal(
    <main className={styles.pages} data-testid="print">
      {children}
    </main>,
    document.body,
  );
}
