export type Labels = Readonly<Record<string, string>>;

/** One line: a value under its labels; `suffix` is what a histogram's parts are called. */
export interface Sample {
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly labels?: Labels;
  readonly value: number;
}

export type MetricKind = 'counter' | 'gauge' | 'histogram';

export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly kind: MetricKind;
}

/** The media type of version 0.0.4 of the format. */
export const METRICS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
/** Names that begin with two underscores are Prometheus' own. */
const LABEL_NAME = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * One metric in Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), its last
 * line ended; nothing for a metric without samples.
 */
export function printMetric({ name, help, kind }: Metric, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(({ suffix = '', labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${printNumber(value)}`;
  });
  return `${[`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${kind}`, ...lines].join('\n')}\n`;
}

/** @throws Error for names that the format does not know: a fault of ours, found at the start */
export function checkNames(name: string, labels: readonly string[]): void {
  if (!METRIC_NAME.test(name)) throw new Error(`"${name}" is no name of a metric`);
  for (const label of labels) {
    if (!LABEL_NAME.test(label) || label === 'le') throw new Error(`"${label}" is no name of a label`);
  }
}

export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
