const minuteMs = 60_000;
// A timer may come a little early; what was due at the minute is over then.
const slackMs = 50;

/** Calls whenever a minute of the clock begins, when deadlines and claims run out. The result ends it. */
export function onMinute(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(
      () => {
        call();
        wait();
      },
      minuteMs - (Date.now() % minuteMs) + slackMs,
    );
  };
  wait();
  return () => clearTimeout(timer);
}
