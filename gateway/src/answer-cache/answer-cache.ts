import type { AnswerReuse } from './answer-reuse';
import type { CachedAnswer } from './cached-answer';
import type { ServiceVersions, Versions } from './service-versions';

interface Kept {
  readonly answer: CachedAnswer;
  /** By service that it rests on. */
  readonly versions: Versions;
}

/** Characters of a request that is known again without being read. */
const MOST_SPELT = 8_000;
const SPELLINGS = 1_000;

export interface MadeAnswer {
  /** Null for what is no answer of 200. */
  readonly answer: CachedAnswer | null;
  readonly reuse: AnswerReuse;
}

/**
 * Whole answers as their bytes, by their question. Each holds as long as the data of the services that it rests on: the
 * versions are those from before it was made, so that what is written meanwhile counts as newer. What is used longest ago
 * goes first.
 */
export class AnswerCache {
  private readonly kept = new Map<string, Kept>();
  /** Questions by the very characters that they were asked in, so that clients that repeat themselves need not be read. */
  private readonly spelt = new Map<string, string>();
  private readonly making = new Map<string, Promise<CachedAnswer | null>>();
  private bytes = 0;

  constructor(
    private readonly versions: ServiceVersions,
    /** 0: nothing is kept. */
    private readonly mostBytes: number,
  ) {}

  /** The answer to a request that came with the same characters before. */
  recall(spelling: string): CachedAnswer | null {
    const question = this.spelt.get(spelling);
    return question === undefined ? null : this.find(question);
  }

  /** @param spelling what nothing but this question is asked by */
  note(spelling: string, question: string): void {
    if (spelling.length > MOST_SPELT || this.spelt.has(spelling)) return;
    if (this.spelt.size >= SPELLINGS) this.spelt.delete(this.spelt.keys().next().value as string);
    this.spelt.set(spelling, question);
  }

  find(question: string): CachedAnswer | null {
    const kept = this.kept.get(question);
    if (!kept) return null;
    for (const [service, version] of kept.versions) {
      if (this.versions.of(service) === version) continue;
      this.drop(question, kept);
      return null;
    }
    this.kept.delete(question);
    this.kept.set(question, kept);
    return kept.answer;
  }

  /**
   * Makes an answer once for all who ask the same at the same time, of the same data.
   * @returns the answer; null for who has to ask alone: it is nobody else's, or its maker failed
   */
  async share(question: string, make: () => Promise<MadeAnswer>): Promise<CachedAnswer | null> {
    const before = this.versions.now();
    const key = `${JSON.stringify([...before])} ${question}`;
    const running = this.making.get(key);
    if (running) return running;
    const making = make().then(({ answer, reuse }) => {
      if (!answer || !reuse.isWhole || reuse.isPersonal) return null;
      this.keep(question, answer, reuse, before);
      return answer;
    });
    this.making.set(
      key,
      making.catch(() => null),
    );
    try {
      return await making;
    } finally {
      this.making.delete(key);
    }
  }

  private keep(question: string, answer: CachedAnswer, { services }: AnswerReuse, before: Versions): void {
    if (answer.bytes > this.mostBytes) return;
    const versions = new Map([...services].map((service) => [service, before.get(service) ?? '']));
    // of a service that was silent nobody can say what it has written since
    if ([...versions.values()].includes('')) return;
    const old = this.kept.get(question);
    if (old) this.drop(question, old);
    this.kept.set(question, { answer, versions });
    this.bytes += answer.bytes;
    for (const [oldest, entry] of this.kept) {
      if (this.bytes <= this.mostBytes) break;
      this.drop(oldest, entry);
    }
  }

  private drop(question: string, { answer }: Kept): void {
    this.kept.delete(question);
    this.bytes -= answer.bytes;
  }
}
