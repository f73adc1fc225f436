import type { VersionListener } from '@tieuchi/subgraph-kit';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';
import { AnswerCache } from './answer-cache';
import { createAnswerReuse } from './answer-reuse';
import { CachedAnswer } from './cached-answer';
import { ServiceVersions } from './service-versions';

/** A service whose version the test says; null: it is silent. */
function createService(name: string) {
  let tell: VersionListener = () => {};
  const access = {
    name,
    watchVersion(listener: VersionListener) {
      tell = listener;
      return () => {};
    },
  } as unknown as SubgraphAccess;
  return { access, says: (version: number | null) => tell(version) };
}

function setUp(mostBytes = 10_000) {
  const a = createService('a');
  const b = createService('b');
  const versions = new ServiceVersions([a.access, b.access, { name: 'formulas' } as SubgraphAccess]);
  a.says(1);
  b.says(1);
  return { a, b, versions, cache: new AnswerCache(versions, mostBytes) };
}

const made = (text: string, reuse: { services?: string[]; isWhole?: boolean; isPersonal?: boolean } = {}) => {
  const { services = ['a', 'formulas'], isWhole = true, isPersonal = false } = reuse;
  return {
    answer: new CachedAnswer(text, 'application/json'),
    reuse: { ...createAnswerReuse(), isWhole, isPersonal, services: new Set(services) },
  };
};
const put = (cache: AnswerCache, question: string, ...rest: Parameters<typeof made>) =>
  cache.share(question, async () => made(...rest));

describe('an answer that is kept', () => {
  it('is given again until a service that it rests on has written', async () => {
    const { a, b, cache } = setUp();
    await put(cache, 'q', 'answer');
    const kept = cache.find('q');
    expect(kept).not.toBeNull();
    b.says(2);
    expect(cache.find('q')).toBe(kept);
    a.says(2);
    expect(cache.find('q')).toBeNull();
    expect(cache.find('other')).toBeNull();
  });

  it('is not given while a service is silent, nor after it, whatever number it says then', async () => {
    const { a, cache } = setUp();
    await put(cache, 'q', 'answer');
    a.says(null);
    expect(cache.find('q')).toBeNull();
    await put(cache, 'q', 'made in silence');
    a.says(1);
    expect(cache.find('q')).toBeNull();
    await put(cache, 'q', 'again');
    a.says(null);
    a.says(1);
    expect(cache.find('q')).toBeNull();
  });

  it('counts as old when something was written while it was made', async () => {
    const { a, cache } = setUp();
    await cache.share('q', async () => {
      a.says(2);
      return made('of before or after');
    });
    expect(cache.find('q')).toBeNull();
  });

  it.each([
    ['holds an error', { isWhole: false }],
    ['is for one person', { isPersonal: true }],
    ['rests on a service that nobody knows', { services: ['a', 'stranger'] }],
  ])('is none that %s', async (_, reuse) => {
    const { cache } = setUp();
    await put(cache, 'q', 'answer', reuse);
    expect(cache.find('q')).toBeNull();
  });

  it('makes room for others: what was used longest ago goes first, and what is larger than all is not kept', async () => {
    const { cache } = setUp(1_000);
    for (const question of ['1', '2', '3', '4', '5']) await put(cache, question, 'x'.repeat(100));
    cache.find('1');
    await put(cache, '6', 'x'.repeat(100));
    expect(['1', '2', '3', '6'].map((question) => cache.find(question) !== null)).toEqual([true, false, true, true]);
    await put(cache, 'large', 'x'.repeat(501));
    expect(cache.find('large')).toBeNull();
    expect(cache.find('1')).not.toBeNull();
  });
});

describe('a question that comes in the same characters', () => {
  it('is known again without being read, as long as its answer holds', async () => {
    const { a, cache } = setUp();
    cache.note('characters', 'q');
    expect(cache.recall('characters')).toBeNull();
    await put(cache, 'q', 'answer');
    expect(cache.recall('characters')).toBe(cache.find('q'));
    expect(cache.recall('other characters')).toBeNull();
    a.says(2);
    expect(cache.recall('characters')).toBeNull();
  });

  it('is forgotten beyond a thousand others, and never noted where it is long', async () => {
    const { cache } = setUp();
    await put(cache, 'q', 'answer');
    cache.note('x'.repeat(8_001), 'q');
    expect(cache.recall('x'.repeat(8_001))).toBeNull();
    cache.note('first', 'q');
    for (let other = 0; other < 1_000; other += 1) cache.note(`${other}`, 'q');
    expect([cache.recall('first'), cache.recall('0')]).toEqual([null, cache.find('q')]);
  });
});

describe('a question that several ask at once', () => {
  const slowly = (make: () => ReturnType<typeof made>) => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const asked = jest.fn(async () => {
      await opened;
      return make();
    });
    return { asked, open: () => open() };
  };

  it('is answered once for all of them', async () => {
    const { cache } = setUp();
    const { asked, open } = slowly(() => made('answer'));
    const answers = [1, 2, 3].map(() => cache.share('q', asked));
    open();
    const [first, ...others] = await Promise.all(answers);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(first).toBeInstanceOf(CachedAnswer);
    for (const other of others) expect(other).toBe(first);
  });

  it('is asked anew by who comes after something was written', async () => {
    const { a, cache } = setUp();
    const { asked, open } = slowly(() => made('answer'));
    const before = cache.share('q', asked);
    a.says(2);
    const after = cache.share('q', asked);
    open();
    await Promise.all([before, after]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is asked alone by each where the answer is one person’s, or its maker fails', async () => {
    const { cache } = setUp();
    const personal = slowly(() => made('mine', { isPersonal: true }));
    const answers = [1, 2].map(() => cache.share('q', personal.asked));
    personal.open();
    expect(await Promise.all(answers)).toEqual([null, null]);
    const failing = slowly(() => {
      throw new Error('no');
    });
    const [maker, waiting] = [cache.share('q', failing.asked), cache.share('q', failing.asked)];
    failing.open();
    await expect(maker).rejects.toThrow('no');
    expect(await waiting).toBeNull();
  });
});

describe('the versions of services', () => {
  it('are told by name and number, those alone that an answer is of and that write at all', () => {
    const { versions } = setUp();
    expect(versions.told(['a', 'formulas'])).toEqual({ a: 1 });
  });

  it('are behind what a client was told by another gateway', () => {
    const { a, versions } = setUp();
    expect(versions.isBehind({ a: 1, b: 1 })).toBe(false);
    expect(versions.isBehind({ a: 2 })).toBe(true);
    a.says(2);
    expect(versions.isBehind({ a: 2 })).toBe(false);
    a.says(null);
    expect(versions.isBehind({ a: 1 })).toBe(true);
    expect(versions.isBehind({ stranger: 9 })).toBe(false);
  });
});
