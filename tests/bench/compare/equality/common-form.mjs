/**
 * What all systems must agree on, read from each system's own shape:
 * - national-overview: tallies of the country and of each province by code, with required and held of its quota
 * - province-detail: tallies, number of communes, and of each commune on the page its verdict and those of its contents
 * - explain-attainment: tallies
 * - quota-check: required, held and shortfall in all and by code of each unit
 */
export const READERS = {
  graph: {
    'national-overview': ({ data: { country } }) => ({
      country: tallyOf(country.attainment),
      provinces: byCode(country.provinces, ({ attainment, modelWardQuota: quota }) => [
        ...tallyOf(attainment),
        quota && [quota.required, quota.held],
      ]),
    }),
    'province-detail': ({ data: { province } }) => ({
      tally: tallyOf(province.attainment),
      communeCount: province.communes.totalCount,
      communes: byCode(province.communes.nodes, ({ assessment }) =>
        verdictsOf(
          assessment?.verdict,
          assessment?.items?.map(({ verdict }) => verdict),
        ),
      ),
    }),
    'explain-attainment': ({ data: { province } }) => ({ tally: tallyOf(province.attainment) }),
    'quota-check': ({ data: { quotaCheck } }) => ({
      total: [quotaCheck.required, quotaCheck.held, quotaCheck.shortfall],
      units: byCode(
        quotaCheck.standings.map(({ unit, ...standing }) => ({ ...standing, code: unit.code })),
        ({ required, held, shortfall }) => [required, held, shortfall],
      ),
    }),
  },
  postgraphile: {
    'national-overview': ({ data: { country, allProvincesList, quotaStandingsList } }) => {
      const quotas = new Map(
        quotaStandingsList.filter(({ level }) => level === 'PROVINCE').map((unit) => [unit.code, unit]),
      );
      return {
        country: tallyOf(country),
        provinces: byCode(allProvincesList, ({ code, standingsList: [standing] }) => {
          const quota = quotas.get(code) ?? null;
          return [...tallyOf(standing), quota && [quota.required, quota.held]];
        }),
      };
    },
    'province-detail': ({ data: { provinceByCode: province } }) => ({
      tally: tallyOf(province.standingsList[0]),
      communeCount: province.communes.totalCount,
      communes: byCode(province.communes.nodes, ({ findingsList: [finding] }) =>
        verdictsOf(finding?.verdict, finding?.items),
      ),
    }),
    'explain-attainment': ({ data: { provinceByCode: province } }) => ({ tally: tallyOf(province.standingsList[0]) }),
    'quota-check': ({ data: { quotaStandingsList: units } }) => ({
      total: ['required', 'held', 'shortfall'].map((key) => units.reduce((sum, unit) => sum + unit[key], 0)),
      units: byCode(units, ({ required, held, shortfall }) => [required, held, shortfall]),
    }),
  },
  'hand-written': {
    'national-overview': ({ country, provinces }) => ({
      country: tallyOf(country),
      provinces: byCode(provinces, ({ standing, quota }) => [
        ...tallyOf(standing),
        quota && [quota.required, quota.held],
      ]),
    }),
    'province-detail': ({ standing, totalCount, communes }) => ({
      tally: tallyOf(standing),
      communeCount: totalCount,
      communes: byCode(communes, ({ assessment }) => verdictsOf(assessment?.verdict, assessment?.items)),
    }),
    'explain-attainment': ({ standing }) => ({ tally: tallyOf(standing) }),
    'quota-check': ({ required, held, shortfall, standings }) => ({
      total: [required, held, shortfall],
      units: byCode(standings, (unit) => [unit.required, unit.held, unit.shortfall]),
    }),
  },
};

/** Met, not met, unknown and total, as numbers. */
export function tallyOf({ met, notMet, unknown, total }) {
  return [met, notMet, unknown, total].map(Number);
}

/** For example "NOT_MET MET MET NOT_MET"; null outside the population. */
export function verdictsOf(verdict, items) {
  return verdict == null ? null : [verdict, ...(items ?? [])].join(' ');
}

/** A unit twice would hide one that is missing. @throws Error when two have one code */
export function byCode(units, read) {
  const found = {};
  for (const unit of units) {
    if (Object.hasOwn(found, unit.code)) throw new Error(`the unit ${unit.code} is answered twice`);
    found[unit.code] = read(unit);
  }
  return found;
}
