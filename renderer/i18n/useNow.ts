import { useEffect, useState } from 'react';
import { onMinute } from './onMinute.ts';

/** The present, in ms since 1970, once a minute: for what is said relative to it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => onMinute(() => setNow(Date.now())), []);
  return now;
}
