import { createParser } from 'eventsource-parser';
import { Silence } from './silence.ts';

/** The registry sends a comment every 15 s: three missed ones mean that nobody is there. */
const longestSilenceMs = 45_000;

/**
 * Reads a stream of server-sent events until it ends, breaks or falls silent.
 * @param onChanged called for each event `changed`
 * @param abort ends the request behind the stream
 */
export async function hearEvents(
  stream: ReadableStream<Uint8Array>,
  onChanged: () => void,
  abort: () => void,
): Promise<void> {
  const parser = createParser({
    onEvent: ({ event }) => {
      if (event === 'changed') onChanged();
    },
  });
  const silence = new Silence(longestSilenceMs, abort);
  const decoder = new TextDecoder();
  silence.wait();
  try {
    for await (const bytes of stream) {
      silence.wait();
      parser.feed(decoder.decode(bytes, { stream: true }));
    }
  } catch {
    // A broken stream is an ended one: what it means is found out by the next call.
  } finally {
    silence.end();
  }
}
