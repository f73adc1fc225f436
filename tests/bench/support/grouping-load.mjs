import { timed } from './process-cpu.mjs';
import { median } from './table.mjs';

const YEAR = 2025;
const PAGE = 500;
/** The map on which 2025 is counted, and the one that groups it anew. */
const MAPS = { counting: '2025-06-30', grouped: '2025-07-01' };
const COMMUNES = { counting: 10_035, grouped: 3_321 };
const OVERVIEWS = 20;
const SWEEPS = 3;

/** All counts of the year, as selections of one unit. */
async function selectCounts(database) {
  const { rows } = await database.query(
    'select indicator_id as id from rural_security.assessment_year where year = $1 order by id',
    [YEAR],
  );
  const fields = rows.map(
    ({ id }, place) =>
      `counts${place}: securityTallies(indicator: "${id}", year: ${YEAR}) { population met notMet unknown total unplaced }`,
  );
  return fields.join(' ');
}

/** Country and provinces in one question: ms and CPU-ms for one, on either map. */
export async function measureProvinceGrouping({ pid, graphql, database }) {
  const counts = await selectCounts(database);
  const ask = (map) => graphql.ask(`query @asOf(map: "${map}") { country { ${counts} provinces { code ${counts} } } }`);
  const totals = await Promise.all(Object.values(MAPS).map(async (map) => (await ask(map)).country.counts0[0]));
  if (JSON.stringify(totals[0]) !== JSON.stringify(totals[1])) {
    throw new Error(
      `the country counts ${JSON.stringify(totals[0])} on one map, ${JSON.stringify(totals[1])} on the other`,
    );
  }
  return alternate(OVERVIEWS, (map) => timed(pid, () => ask(map)));
}

/** All communes, province by province in pages of 500: ms and CPU-ms for the whole, and ms for 1,000 of them. */
export async function measureCommuneGrouping({ pid, graphql, database }) {
  const counts = await selectCounts(database);
  const taken = await alternate(SWEEPS, async (map, name) => {
    const sweep = await timed(pid, () => sweepCommunes(graphql, map, counts));
    if (sweep.result !== COMMUNES[name]) throw new Error(`${sweep.result} communes on the map of ${map}`);
    return sweep;
  });
  for (const [name, each] of Object.entries(taken)) each.msPerThousand = (1_000 * each.ms) / COMMUNES[name];
  return taken;
}

/** @returns the number of communes that came with counts */
async function sweepCommunes(graphql, map, counts) {
  const page = `query Page($code: String!, $after: String) @asOf(map: "${map}") {
    province(code: $code) { communes(first: ${PAGE}, after: $after) { nodes { code ${counts} } pageInfo { hasNextPage endCursor } } }
  }`;
  const { country } = await graphql.ask(`query @asOf(map: "${map}") { country { provinces { code } } }`);
  let counted = 0;
  for (const { code } of country.provinces) {
    let after = null;
    do {
      const { communes } = (await graphql.ask(page, { code, after })).province;
      counted += communes.nodes.filter(({ counts0 }) => counts0.length > 0).length;
      after = communes.pageInfo.hasNextPage ? communes.pageInfo.endCursor : null;
    } while (after !== null);
  }
  return counted;
}

/** One to warm up, then the two maps in turn. CPU is the mean, because it is counted in hundredths of a second. */
async function alternate(times, measure) {
  const names = Object.keys(MAPS);
  for (const name of names) await measure(MAPS[name], name);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let time = 0; time < times; time += 1)
    for (const name of names) taken[name].push(await measure(MAPS[name], name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        ms: median(taken[name].map(({ ms }) => ms)),
        cpu: taken[name].reduce((sum, { cpuMs }) => sum + cpuMs, 0) / times,
      },
    ]),
  );
}
