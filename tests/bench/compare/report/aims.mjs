import { spreadOf } from './summary.mjs';

/** What must be reached, as ratios within one round; `atLeast` or `atMost` is the limit. */
export const AIMS = [
  {
    title: 'cached: requests/s of bare http',
    operation: 'national-overview',
    measure: 'perSecond',
    of: 'ours-cached',
    to: 'bare',
    atLeast: 0.5,
  },
  {
    title: 'cached: p99 of bare http',
    operation: 'national-overview',
    measure: 'p99',
    of: 'ours-cached',
    to: 'bare',
    atMost: 3,
  },
  ...[
    ['overview uncached: CPU of PostGraphile', 'national-overview', 'ours', 'postgraphile', 1],
    ['overview uncached: CPU of Hive Gateway over HTTP', 'national-overview', 'ours', 'hive', 0.25],
    ['overview over HTTP: CPU of @apollo/gateway', 'national-overview', 'ours-http', 'apollo', 0.7],
    ['detail uncached: CPU of PostGraphile', 'province-detail', 'ours', 'postgraphile', 1.5],
  ].map(([title, operation, of, to, atMost]) => ({ title, operation, measure: 'cpuMs', of, to, atMost })),
];

/** The aims that these rounds can be held against. What slowed one system in a round slowed the other as well. */
export function judgeAims(rounds) {
  return AIMS.filter(({ of, to, operation }) =>
    rounds.every((round) => round[of]?.[operation] && round[to]?.[operation]),
  ).map((aim) => {
    const { of, to, operation, measure, atLeast, atMost } = aim;
    const ratio = spreadOf(rounds.map((round) => round[of][operation][measure] / round[to][operation][measure]));
    const isReached = atLeast === undefined ? ratio.median <= atMost : ratio.median >= atLeast;
    return { ...aim, ratio, isReached };
  });
}
