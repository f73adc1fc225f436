import { setTimeout as pause } from 'node:timers/promises';
import { DataVersion, type VersionListener } from '@tieuchi/subgraph-kit';

/** Longer without a word, and nobody knows what was written meanwhile: three times what a service says it in. */
const SILENCE_MS = 1_000;
const AGAIN_AFTER_MS = 250;

/** The version of a service's data in another process, heard from its stream and from the headers of its answers. */
export class RemoteVersion {
  private readonly version = new DataVersion();
  private watchers = 0;
  private listening = new AbortController();

  /** @param open the stream of server-sent events */
  constructor(private readonly open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>) {}

  /** What an answer named: news only while the stream would tell of what comes after it. */
  heard(text: string | null): void {
    if (text !== null && this.version.current !== null) this.version.raise(Number(text));
  }

  /** The stream is open while anybody watches. */
  watch(listener: VersionListener): () => void {
    const unwatch = this.version.watch(listener);
    this.watchers += 1;
    if (this.watchers === 1) {
      this.listening = new AbortController();
      void this.listen(this.listening.signal);
    }
    return () => {
      unwatch();
      this.watchers -= 1;
      if (this.watchers > 0) return;
      this.listening.abort();
      this.version.lose();
    };
  }

  /** Until nobody watches any more; a stream that ends or falls silent is opened again. */
  private async listen(signal: AbortSignal): Promise<void> {
    for (;;) {
      const silence = new AbortController();
      try {
        await this.hear(await this.open(AbortSignal.any([signal, silence.signal])), silence);
      } catch {
        // why it broke off does not matter: what it would have said is not known
      }
      if (signal.aborted) return;
      this.version.lose();
      await pause(AGAIN_AFTER_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  private async hear(stream: ReadableStream<Uint8Array>, silence: AbortController): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      for await (const bytes of stream) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        text += decoder.decode(bytes, { stream: true });
        const events = text.split('\n\n');
        text = events.pop() as string;
        const version = Number(/^data: (\d+)$/.exec(events.at(-1) ?? '')?.[1]);
        if (version > 0) this.version.raise(version);
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
