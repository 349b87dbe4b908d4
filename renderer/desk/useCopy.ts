import { useEffect, useState } from 'react';
import { useTell } from './useDesk.ts';

const saidForMs = 3000;

/** Copies a text; `isCopied` says so for a moment. Main does it: pages have no permission for the clipboard. */
export function useCopy(): { copy: (text: string) => void; isCopied: boolean } {
  const { mutate } = useTell('app:copy');
  const [copiedAtMs, setCopied] = useState<number>();
  useEffect(() => {
    if (copiedAtMs === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), saidForMs);
    return () => clearTimeout(timer);
  }, [copiedAtMs]);
  return {
    copy: (text) => mutate({ text }, { onSuccess: () => setCopied(Date.now()) }),
    isCopied: copiedAtMs !== undefined,
  };
}
