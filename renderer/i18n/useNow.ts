import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The present, in ms since 1970, once a minute: for what is said relative to it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
