import { MetricRegistry } from './metric-registry';

const BUCKETS = [0.1, 1, 2.5];

describe('a counter', () => {
  it('without labels is 0 from the beginning, and grows', async () => {
    const registry = new MetricRegistry();
    const counter = registry.counter('requests_total', 'Requests.');
    expect(await registry.print()).toBe(
      '# HELP requests_total Requests.\n# TYPE requests_total counter\nrequests_total 0\n',
    );
    counter.add();
    counter.add({}, 2.5);
    expect(await registry.print()).toContain('\nrequests_total 3.5\n');
    expect(() => counter.add({}, -1)).toThrow('cannot fall');
  });

  it('keeps a series for each of its labels, in the order in which they were registered', async () => {
    const registry = new MetricRegistry();
    const counter = registry.counter('refusals_total', 'Refusals.', ['code', 'kind']);
    counter.add({ kind: 'query', code: 'A' });
    counter.add({ code: 'A', kind: 'query' });
    counter.add({ code: 'B', kind: 'query' });
    expect((await registry.print()).split('\n').slice(2, -1)).toEqual([
      'refusals_total{code="A",kind="query"} 2',
      'refusals_total{code="B",kind="query"} 1',
    ]);
    expect(() => counter.add({ code: 'A' })).toThrow('expected the labels code, kind');
    expect(() => counter.add({ code: 'A', other: 'x' })).toThrow('the label kind is missing');
  });

  it('that has no sample yet is not printed', async () => {
    const registry = new MetricRegistry();
    registry.counter('refusals_total', 'Refusals.', ['code']);
    expect(await registry.print()).toBe('');
  });
});

describe('a histogram', () => {
  it('prints cumulative buckets, +Inf, sum and count', async () => {
    const registry = new MetricRegistry();
    const histogram = registry.histogram('answer_seconds', 'Time.', BUCKETS, ['kind']);
    for (const seconds of [0.1, 0.5, 9]) histogram.observe(seconds, { kind: 'query' });
    expect(await registry.print()).toBe(
      [
        '# HELP answer_seconds Time.',
        '# TYPE answer_seconds histogram',
        'answer_seconds_bucket{kind="query",le="0.1"} 1',
        'answer_seconds_bucket{kind="query",le="1"} 2',
        'answer_seconds_bucket{kind="query",le="2.5"} 2',
        'answer_seconds_bucket{kind="query",le="+Inf"} 3',
        'answer_seconds_sum{kind="query"} 9.6',
        'answer_seconds_count{kind="query"} 3',
        '',
      ].join('\n'),
    );
  });

  it('refuses bounds that do not ascend', () => {
    expect(() => new MetricRegistry().histogram('a', 'a', [1, 1])).toThrow('bounds of a');
  });
});

describe('a gauge', () => {
  it('is read when it is asked for, and left out where it cannot be', async () => {
    const registry = new MetricRegistry();
    let value = 1;
    registry.gauge({ name: 'here', help: 'Here.', read: () => [{ value }] });
    registry.gauge({ name: 'broken', help: 'Broken.', read: () => Promise.reject(new Error('the database is down')) });
    value = 2;
    expect(await registry.print()).toBe('# HELP here Here.\n# TYPE here gauge\nhere 2\n');
  });

  it.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [1e21, '1e+21'],
  ])('prints %s as %s', async (value, printed) => {
    const registry = new MetricRegistry();
    registry.gauge({ name: 'odd', help: 'Odd.', read: () => [{ value }] });
    expect(await registry.print()).toContain(`\nodd ${printed}\n`);
  });
});

describe('the text', () => {
  it('escapes backslashes, quotes and line ends, so that no label ends before its end', async () => {
    const registry = new MetricRegistry();
    registry.counter('a_total', 'A \\ and\na "line".', ['label']).add({ label: 'x\\y"} 7\nb_total 9' });
    expect(await registry.print()).toBe(
      '# HELP a_total A \\\\ and\\na "line".\n# TYPE a_total counter\na_total{label="x\\\\y\\"} 7\\nb_total 9"} 1\n',
    );
  });

  it.each(['1a', 'a-b', '', 'ä'])('refuses the name "%s" at its registration', (name) => {
    expect(() => new MetricRegistry().counter(name, 'A.')).toThrow('no name of a metric');
  });

  it.each(['__own', 'le', '0', 'a:b'])('refuses the label "%s" at its registration', (label) => {
    expect(() => new MetricRegistry().counter('a', 'A.', [label])).toThrow('no name of a label');
  });

  it('has each name once', () => {
    const registry = new MetricRegistry();
    registry.counter('a_total', 'A.');
    expect(() => registry.counter('a_total', 'A.')).toThrow('registered already');
  });
});
