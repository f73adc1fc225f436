import {
  checkNames,
  type Labels,
  type Metric,
  type MetricKind,
  printMetric,
  printNumber,
  type Sample,
} from './metric-text';

export interface Counter {
  /** Without an amount, one more. */
  add(labels?: Labels, amount?: number): void;
}

export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

/** A value that is read when it is asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  read(): readonly Sample[] | Promise<readonly Sample[]>;
}

interface Series {
  readonly labels: Labels;
  /** A counter's value, or a histogram's sum. */
  value: number;
  count: number;
  /** How many were at most as large as the bound of the same index. */
  readonly buckets: number[];
}

type Registered = Metric & { read(): readonly Sample[] | Promise<readonly Sample[]> };

/** The metrics of one server. Labels hold words of ours alone – names of services, codes – so that there are few series. */
export class MetricRegistry {
  private readonly metrics = new Map<string, Registered>();

  /** `labels` names all that each sample has; without any the counter begins at 0. */
  counter(name: string, help: string, labels: readonly string[] = []): Counter {
    const series = new SeriesByLabels(labels, 0);
    this.register(
      { name, help, kind: 'counter', read: () => series.list().map(({ labels, value }) => ({ labels, value })) },
      labels,
    );
    if (labels.length === 0) series.of({});
    return {
      add: (given = {}, amount = 1) => {
        if (!(amount >= 0)) throw new Error(`${name} cannot fall`);
        series.of(given).value += amount;
      },
    };
  }

  /** @param bounds ascending; one above all of them is added */
  histogram(name: string, help: string, bounds: readonly number[], labels: readonly string[] = []): Histogram {
    if (bounds.some((bound, index) => index > 0 && bound <= bounds[index - 1]!)) throw new Error(`bounds of ${name}`);
    const series = new SeriesByLabels(labels, bounds.length);
    const read = () => series.list().flatMap((one) => samplesOf(one, bounds));
    this.register({ name, help, kind: 'histogram', read }, labels);
    return {
      observe: (value, given = {}) => {
        const one = series.of(given);
        one.value += value;
        one.count += 1;
        for (const [index, bound] of bounds.entries()) if (value <= bound) one.buckets[index]! += 1;
      },
    };
  }

  gauge(gauge: Gauge, kind: MetricKind = 'gauge'): void {
    this.register({ ...gauge, kind, read: () => gauge.read() }, []);
  }

  /** All metrics as text. A gauge that cannot be read is left out: the rest is needed most when something is down. */
  async print(): Promise<string> {
    const texts = [...this.metrics.values()].map(async (metric) => {
      try {
        return printMetric(metric, await metric.read());
      } catch {
        return '';
      }
    });
    return (await Promise.all(texts)).join('');
  }

  private register(metric: Registered, labels: readonly string[]): void {
    checkNames(metric.name, labels);
    if (this.metrics.has(metric.name)) throw new Error(`the metric ${metric.name} is registered already`);
    this.metrics.set(metric.name, metric);
  }
}

/** Cumulative, as the format wants them: each bucket holds those before it. */
function samplesOf({ labels, value, count, buckets }: Series, bounds: readonly number[]): Sample[] {
  const bucket = (le: number, held: number): Sample => ({
    suffix: '_bucket',
    labels: { ...labels, le: printNumber(le) },
    value: held,
  });
  return [
    ...bounds.map((bound, index) => bucket(bound, buckets[index]!)),
    bucket(Number.POSITIVE_INFINITY, count),
    { suffix: '_sum', labels, value },
    { suffix: '_count', labels, value: count },
  ];
}

class SeriesByLabels {
  private readonly series = new Map<string, Series>();

  constructor(
    private readonly names: readonly string[],
    private readonly bucketCount: number,
  ) {}

  /** @throws Error where the labels are others than registered */
  of(given: Labels): Series {
    if (Object.keys(given).length !== this.names.length)
      throw new Error(`expected the labels ${this.names.join(', ')}`);
    const labels = Object.fromEntries(
      this.names.map((name) => {
        if (given[name] === undefined) throw new Error(`the label ${name} is missing`);
        return [name, given[name]];
      }),
    );
    const key = JSON.stringify(labels);
    const known = this.series.get(key);
    if (known) return known;
    const made: Series = { labels, value: 0, count: 0, buckets: new Array<number>(this.bucketCount).fill(0) };
    this.series.set(key, made);
    return made;
  }

  list(): Series[] {
    return [...this.series.values()];
  }
}
