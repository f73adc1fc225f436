import * as prometheus from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  /** Without an amount, one more. */
  add(labels?: Labels, amount?: number): void;
}

export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

/** A value under its labels. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** A value that is read when it is asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** The names of its samples' labels; none unless said. */
  readonly labels?: readonly string[];
  read(): readonly Sample[] | Promise<readonly Sample[]>;
}

/**
 * The metrics of one server; prom-client keeps and prints them. Labels hold words of ours alone – names of services, codes
 * – so that there are few series.
 */
export class MetricRegistry {
  private readonly registry = new prometheus.Registry();

  /** What `print` gives. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** `labelNames` names all that each sample has; without any the counter begins at 0. */
  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    const counter = new prometheus.Counter({ name, help, labelNames, registers: [this.registry] });
    return { add: (labels = {}, amount = 1) => counter.inc(labels, amount) };
  }

  /** @param bounds ascending; one above all of them is added */
  histogram(name: string, help: string, bounds: readonly number[], labelNames: readonly string[] = []): Histogram {
    const registers = [this.registry];
    const histogram = new prometheus.Histogram({ name, help, labelNames, buckets: [...bounds], registers });
    return { observe: (value, labels = {}) => histogram.observe(labels, value) };
  }

  /** One that cannot be read has no sample: the rest is needed most when something is down. */
  gauge({ name, help, labels: labelNames = [], read }: Gauge): void {
    const gauge = new prometheus.Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        const samples = await readOrNothing(read);
        // samples of before that are not there any more are not shown
        if (labelNames.length > 0) gauge.reset();
        else gauge.remove();
        for (const { labels = {}, value } of samples) gauge.set(labels, value);
      },
    });
  }

  /** A count that somebody else keeps; it never falls. */
  countedElsewhere(name: string, help: string, read: () => number): void {
    const counter = new prometheus.Counter({
      name,
      help,
      registers: [this.registry],
      collect() {
        counter.reset();
        counter.inc(read());
      },
    });
  }

  /** All metrics in Prometheus' text format. */
  print(): Promise<string> {
    return this.registry.metrics();
  }
}

async function readOrNothing(read: Gauge['read']): Promise<readonly Sample[]> {
  try {
    return await read();
  } catch {
    return [];
  }
}
