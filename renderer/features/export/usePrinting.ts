import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RoleRow } from '../../../shared/desk/queues.ts';
import { ask } from '../../desk/client.ts';
import { keyOf, useAsk } from '../../desk/useDesk.ts';
import type { Look } from './look.ts';
import { printLimit, readRows } from './readRows.ts';

/** What is on its way to the printer, and how far it has come. */
export type Job =
  | { step: 'reading'; done: number; total: number }
  /** There are more rows than are printed: the person says whether to go on. */
  | { step: 'too_many'; total: number; goOn: () => void }
  /** The pages are laid out, and the system's dialog is open. */
  | { step: 'view'; look: Look; rows: RoleRow[]; total: number }
  | { step: 'role'; roleId: string }
  | { step: 'failed'; why: 'failed' | 'unread' };

/** Lays out pages and opens the system's print dialog on them. */
export function usePrinting() {
  const [job, setJob] = useState<Job>();
  const client = useQueryClient();
  const print = usePrintDialog(setJob);
  const reading = useRef(new AbortController());

  const readView = async (look: Look) => {
    reading.current = new AbortController();
    const { signal } = reading.current;
    setJob({ step: 'reading', done: 0, total: 0 });
    try {
      const onProgress = (done: number, total: number) => setJob({ step: 'reading', done, total });
      const { rows, total } = await readRows(look, onProgress, signal);
      await print({ step: 'view', look, rows, total });
    } catch {
      if (!signal.aborted) setJob({ step: 'failed', why: 'unread' });
    }
  };

  return {
    job,
    printView: async (look: Look) => {
      if (job) return;
      const { total } = await ask('roles:page', { ...look, offset: 0, limit: 1 });
      if (total <= printLimit) return readView(look);
      setJob({ step: 'too_many', total, goOn: () => void readView(look) });
    },
    printRole: async (roleId: string) => {
      if (job) return;
      // All of it is there when the pages are laid out.
      await Promise.allSettled(
        (['roles:detail', 'roles:history'] as const).map((name) =>
          client.fetchQuery({
            queryKey: keyOf(name, { roleId }),
            queryFn: () => ask(name, { roleId }),
          }),
        ),
      );
      await print({ step: 'role', roleId });
    },
    cancel: () => {
      reading.current.abort();
      setJob(undefined);
    },
  };
}
export type Printing = ReturnType<typeof usePrinting>;

function usePrintDialog(setJob: (job: Job | undefined) => void) {
  const { t } = useTranslation(['export', 'environment', 'places']);
  const environment = useAsk('app:info', undefined).data?.environment ?? 'training';
  return async (pages: Extract<Job, { step: 'view' | 'role' }>): Promise<void> => {
    const name = t(`environment:${environment}.name`);
    const title =
      pages.step === 'role'
        ? t('export:print.role', { environment: name })
        : t('export:print.view', { queue: t(`places:${pages.look.queue}`), environment: name });
    flushSync(() => setJob(pages));
    const outcome = await ask('print:pages', { title }).catch(() => 'failed' as const);
    setJob(outcome === 'failed' ? { step: 'failed', why: 'failed' } : undefined);
  };
}
