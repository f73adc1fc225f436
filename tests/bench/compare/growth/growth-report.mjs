import { median, printTable } from '../../support/table.mjs';
import { print } from '../report/report.mjs';

/** What must hold at every scale, against the first. */
const MOST_OF_OVERVIEW = 1.2;

/** A line for each measure, a column for each scale with its ratio to the first. */
export function printGrowth({ scales, imports, rounds }) {
  const operations = Object.keys(rounds[0][scales[0]].operations);
  const rows = operations.flatMap((name) =>
    [
      ['cpuMs', 'CPU-ms'],
      ['databaseCpuMs', 'of it PostgreSQL'],
      ['p50', 'p50 ms'],
    ].map(([measure, title]) =>
      rowOf(`${name}: ${title}`, scales, (scale) => rounds.map((round) => round[scale].operations[name][measure])),
    ),
  );
  rows.push(rowOf('Node after all, PSS MB', scales, (scale) => rounds.map((round) => round[scale].nodeMb)));
  rows.push(rowOf('import: ms a row', scales, (scale) => imports[scale].map(({ msPerRow }) => msPerRow)));
  rows.push(rowOf('import: CPU-ms a row', scales, (scale) => imports[scale].map(({ cpuMsPerRow }) => cpuMsPerRow)));
  rows.push(rowOf('import: MB above rest', scales, (scale) => imports[scale].map(({ aboveMb }) => aboveMb)));
  printTable(['', ...scales.flatMap((scale) => [`${scale} ×`, `of ${scales[0]} ×`])], rows);
  const ratios = scales.map((scale) =>
    median(rounds.map((round) => overviewOf(round, scale) / overviewOf(round, scales[0]))),
  );
  const isReached = ratios.every((ratio) => ratio <= MOST_OF_OVERVIEW);
  console.log(
    `The overview must cost at most ${MOST_OF_OVERVIEW} × at every scale: ${isReached ? 'reached' : 'MISSED'}.`,
  );
}

function overviewOf(round, scale) {
  return round[scale].operations['national-overview'].cpuMs;
}

function rowOf(title, scales, valuesOf) {
  const base = median(valuesOf(scales[0]));
  return [
    title,
    ...scales.flatMap((scale) => {
      const value = median(valuesOf(scale));
      return [print(value), print(value / base)];
    }),
  ];
}
