import { createParser } from 'eventsource-parser';

/** The registry sends a comment every 15 s: three missed ones mean that nobody is there. */
const silenceMs = 45_000;

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
  let silence = setTimeout(abort, silenceMs);
  const decoder = new TextDecoder();
  try {
    for await (const bytes of stream) {
      clearTimeout(silence);
      silence = setTimeout(abort, silenceMs);
      parser.feed(decoder.decode(bytes, { stream: true }));
    }
  } catch {
    // A broken stream is an ended one: what it means is found out by the next call.
  } finally {
    clearTimeout(silence);
  }
}
