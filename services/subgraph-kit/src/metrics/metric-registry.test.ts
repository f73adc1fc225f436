import { MetricRegistry } from './metric-registry';

/** The lines that are no comments. */
async function samplesOf(registry: MetricRegistry): Promise<string[]> {
  return (await registry.print()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('a counter', () => {
  it('without labels is 0 from the beginning, and grows', async () => {
    const registry = new MetricRegistry();
    const counter = registry.counter('requests_total', 'Requests.');
    expect(await samplesOf(registry)).toEqual(['requests_total 0']);
    counter.add();
    counter.add({}, 2.5);
    expect(await samplesOf(registry)).toEqual(['requests_total 3.5']);
    expect(() => counter.add({}, -1)).toThrow();
  });

  it('keeps a series for each of its labels, and refuses one that it does not have', async () => {
    const registry = new MetricRegistry();
    const counter = registry.counter('refusals_total', 'Refusals.', ['code', 'kind']);
    counter.add({ kind: 'query', code: 'A' });
    counter.add({ code: 'A', kind: 'query' });
    counter.add({ code: 'B', kind: 'query' });
    expect(await samplesOf(registry)).toEqual([
      expect.stringMatching(/^refusals_total\{.*code="A".*\} 2$/),
      expect.stringMatching(/^refusals_total\{.*code="B".*\} 1$/),
    ]);
    expect(() => counter.add({ code: 'A', other: 'x' })).toThrow('other');
  });

  it('that somebody else keeps is what that says', async () => {
    const registry = new MetricRegistry();
    let count = 4;
    registry.countedElsewhere('cpu_seconds_total', 'CPU.', () => count);
    await registry.print();
    count = 6;
    expect(await samplesOf(registry)).toEqual(['cpu_seconds_total 6']);
  });
});

test('a histogram counts what is at most as large as each bound', async () => {
  const registry = new MetricRegistry();
  const histogram = registry.histogram('answer_seconds', 'Time.', [0.1, 1, 2.5], ['kind']);
  for (const seconds of [0.1, 0.5, 9]) histogram.observe(seconds, { kind: 'query' });
  expect(await samplesOf(registry)).toEqual([
    'answer_seconds_bucket{le="0.1",kind="query"} 1',
    'answer_seconds_bucket{le="1",kind="query"} 2',
    'answer_seconds_bucket{le="2.5",kind="query"} 2',
    'answer_seconds_bucket{le="+Inf",kind="query"} 3',
    'answer_seconds_sum{kind="query"} 9.6',
    'answer_seconds_count{kind="query"} 3',
  ]);
});

describe('a gauge', () => {
  it('is read when it is asked for, and has no sample where it cannot be read', async () => {
    const registry = new MetricRegistry();
    let value = 1;
    registry.gauge({ name: 'here', help: 'Here.', read: () => [{ value }] });
    registry.gauge({ name: 'broken', help: 'Broken.', read: () => Promise.reject(new Error('the database is down')) });
    registry.gauge({ name: 'unknown', help: 'Unknown.', read: () => [] });
    expect(await samplesOf(registry)).toEqual(['here 1']);
    value = 2;
    expect(await samplesOf(registry)).toEqual(['here 2']);
  });

  it('forgets a sample that is not there any more', async () => {
    const registry = new MetricRegistry();
    let states = ['idle', 'busy'];
    const read = () => states.map((state) => ({ labels: { state }, value: 1 }));
    registry.gauge({ name: 'connections', help: 'Connections.', labels: ['state'], read });
    expect(await samplesOf(registry)).toHaveLength(2);
    states = ['idle'];
    expect(await samplesOf(registry)).toEqual(['connections{state="idle"} 1']);
  });
});

describe('a registry', () => {
  it('lets no label end before its end', async () => {
    const registry = new MetricRegistry();
    registry.counter('a_total', 'A.', ['label']).add({ label: 'x\\y"} 7\nb_total 9' });
    expect(await samplesOf(registry)).toEqual(['a_total{label="x\\\\y\\"} 7\\nb_total 9"} 1']);
  });

  it('has each name once, and refuses what is no name', () => {
    const registry = new MetricRegistry();
    registry.counter('a_total', 'A.');
    expect(() => registry.counter('a_total', 'A.')).toThrow('already');
    expect(() => registry.counter('a-b', 'A.')).toThrow();
  });
});
