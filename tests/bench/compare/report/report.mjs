import { printTable } from '../../support/table.mjs';
import { judgeAims } from './aims.mjs';
import { summarise } from './summary.mjs';

const COLUMNS = ['', 'CPU-ms', 'lowest–highest', 'PG', '× ours', 'req/s', 'p50 ms', 'p99 ms', 'PSS MB', 'bytes', 'SQL'];
/** Against which the others are set. */
const BASE = 'ours';

/** A table for each operation and one of the aims. @param {{ systems: object[], rounds: object[] }} measured */
export function printReport({ systems, rounds }) {
  const summary = summarise(rounds);
  for (const operation of Object.keys(Object.values(summary)[0])) {
    console.log(`\n${operation}`);
    printTable(
      COLUMNS,
      systems.map((system) => rowOf(system, summary, operation)),
    );
  }
  console.log('\nmust reach');
  printTable(
    ['', 'ratio', 'lowest–highest', 'limit', ''],
    judgeAims(rounds).map(({ title, ratio, atLeast, atMost, isReached }) => [
      title,
      print(ratio.median),
      rangeOf(ratio),
      atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`,
      isReached ? 'reached' : 'MISSED',
    ]),
  );
}

function rowOf({ name, title }, summary, operation) {
  const seen = summary[name][operation];
  const base = summary[BASE]?.[operation].cpuMs.median;
  return [
    title,
    print(seen.cpuMs.median),
    rangeOf(seen.cpuMs),
    print(seen.databaseCpuMs.median),
    base ? print(seen.cpuMs.median / base) : '',
    print(seen.perSecond.median),
    print(seen.p50.median),
    print(seen.p99.median),
    seen.pssMb ? print(seen.pssMb.median) : '?',
    Math.round(seen.bytes.median).toLocaleString('en'),
    print(seen.statements.median),
  ];
}

function rangeOf({ min, max }) {
  return `${print(min)}–${print(max)}`;
}

/** Three digits that count. */
export function print(value) {
  if (value === 0) return '0';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
