import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearEvents } from './events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stream that falls silent for longer than three comments would take is ended', async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  let isAborted = false;
  const ended = hearEvents(
    readable,
    () => {},
    () => {
      isAborted = true;
      void writer.abort();
    },
  );
  for (let comments = 0; comments < 5; comments += 1) {
    await vi.advanceTimersByTimeAsync(44_999);
    await writer.write(new TextEncoder().encode(': here\n\n'));
  }
  await vi.advanceTimersByTimeAsync(44_999);
  expect(isAborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isAborted).toBe(true);
  await ended;
});
