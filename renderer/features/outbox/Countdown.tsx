import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { secondsLeft } from './secondsLeft.ts';

/** For how long a held decision can still be undone; it counts down and is read out only where one reads it. */
export function Countdown({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox']);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return t('outbox:state.held', { count: secondsLeft(entry, nowMs) });
}
