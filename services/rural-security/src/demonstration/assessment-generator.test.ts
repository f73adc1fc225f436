import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { generateAssessments } from './assessment-generator';
import type { AssessmentRevision, DemonstrationAssessment } from './assessment-revision';
import {
  COMMUNES_WITHOUT_SYNTHETIC_RESULT,
  DEMONSTRATION_YEARS,
  type DemonstrationCommune,
  groupBy,
  NO_SYNTHETIC_RESULT_REASON,
} from './demonstration-commune';

/** Rural communes of the package (January 2025) that were none any more on 30 Jun 2025. */
const NO_LONGER_RURAL = new Set(
  (
    '03703 03751 03910 03913 03988 03991 04003 04027 04030 04033 04075 07693 07732 07744 16387 16411 18448 20176 20674 ' +
    '25102 25174 25177 25186 26707 26710'
  ).split(' '),
);

/** Parts of the merged provinces of 1 Jul 2025; the other 11 stayed alone. */
const MERGED_PROVINCES = (
  '02+08 10+15 06+19 24+27 17+25+26 30+31 33+34 35+36+37 44+45 48+49 51+62 52+64 56+58 54+66 60+67+68 70+75 74+77+79 ' +
  '72+80 82+87 83+84+86 89+91 92+93+94 95+96'
)
  .split(' ')
  .map((parts) => parts.split('+'));

interface PackageCommune {
  readonly idCommune: string;
  readonly idDistrict: string;
  readonly name: string;
}

interface PackageDistrict {
  readonly idDistrict: string;
  readonly idProvince: string;
}

type Count = Record<'M' | 'F' | 'U', number>;

let communes: DemonstrationCommune[];
let assessments: DemonstrationAssessment[];
let last: Map<string, AssessmentRevision>;
let cpuSeconds: number;

beforeAll(() => {
  communes = ruralCommunes();
  const start = process.cpuUsage();
  assessments = [...generateAssessments(communes)];
  const { user, system } = process.cpuUsage(start);
  cpuSeconds = (user + system) / 1e6;
  last = new Map(assessments.map(({ code, year, revisions }) => [`${code},${year}`, lastOf(revisions)]));
});

/** The package loads its data by `import()`, which Jest's module loader refuses: a child process reads it. */
function ruralCommunes(): DemonstrationCommune[] {
  const script = `import { Communes, Districts } from 'vietnam-provinces-js';
    console.log(JSON.stringify([await Communes.getAllCommunes(), await Districts.getAllDistricts()]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: __dirname,
    maxBuffer: 10_000_000,
  });
  const [packageCommunes, districts]: [PackageCommune[], PackageDistrict[]] = JSON.parse(printed.toString());
  const provinces = new Map(districts.map(({ idDistrict, idProvince }) => [idDistrict, idProvince]));
  return packageCommunes
    .filter(({ idCommune, name }) => name.startsWith('Xã ') && !NO_LONGER_RURAL.has(idCommune))
    .map(({ idCommune: code, idDistrict }) => ({
      code,
      districtCode: idDistrict,
      provinceCode: provinces.get(idDistrict) ?? '',
    }));
}

function lastOf(revisions: readonly AssessmentRevision[]): AssessmentRevision {
  const revision = revisions.at(-1);
  if (!revision) throw new Error('an assessment without revisions');
  return revision;
}

function letter(code: string, year: number): 'M' | 'F' | 'U' {
  const verdict = last.get(`${code},${year}`)?.verdict;
  return verdict === 'MET' ? 'M' : verdict === 'NOT_MET' ? 'F' : 'U';
}

function countOf(codes: readonly string[], year: number): Count {
  const count: Count = { M: 0, F: 0, U: 0 };
  for (const code of codes) count[letter(code, year)] += 1;
  return count;
}

/** Attained / undecided / not / no data against 99 % of each group, counted in whole communes. */
function standings(groups: readonly (readonly string[])[], year: number): number[] {
  const tally = [0, 0, 0, 0];
  for (const codes of groups) tally[standing(countOf(codes, year), codes.length)]! += 1;
  return tally;
}

function standing({ M, U }: Count, total: number): 0 | 1 | 2 | 3 {
  const required = total - Math.floor(total / 100);
  if (U === total) return 3;
  if (M >= required) return 0;
  return M + U < required ? 2 : 1;
}

function codesByProvince(): Map<string, string[]> {
  const groups = groupBy(communes, ({ provinceCode }) => provinceCode);
  return new Map([...groups].map(([province, members]) => [province, members.map(({ code }) => code)]));
}

function everyRevision(): AssessmentRevision[] {
  return assessments.flatMap(({ revisions }) => revisions);
}

function lastWhere(predicate: (revision: AssessmentRevision) => boolean): AssessmentRevision[] {
  return [...last.values()].filter(predicate);
}

describe('the totals', () => {
  it.each([
    [2021, 6958, 406, 328, [0, 0, 61, 2]],
    [2022, 7290, 288, 114, [2, 2, 59, 0]],
    [2023, 7408, 191, 93, [3, 5, 55, 0]],
    [2024, 7494, 128, 70, [18, 9, 36, 0]],
    [2025, 7550, 72, 70, [24, 12, 27, 0]],
  ])('of %i are those of the recipe, nationally and province by province', (year, M, F, U, provinces) => {
    const codes = communes.map(({ code }) => code);
    expect(codes).toHaveLength(7692);
    expect(countOf(codes, year)).toEqual({ M, F, U });
    expect(standings([...codesByProvince().values()], year)).toEqual(provinces);
  });

  it('come from the very communes of the recipe, Trường Sa unknown in every year', () => {
    const lines = communes
      .map(({ code }) => code)
      .sort()
      .flatMap((code) => DEMONSTRATION_YEARS.map((year) => `${code},${year},${letter(code, year)}`));
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toMatch(/^514de14f64f08656/);
  });

  it('attain on 9 of the 34 provinces, two of them with a part that does not', () => {
    const provinces = codesByProvince();
    const merged = MERGED_PROVINCES.map((parts) => parts.map((part) => provinces.get(part) ?? []));
    const alone = [...provinces]
      .filter(([code]) => !MERGED_PROVINCES.flat().includes(code))
      .map(([, codes]) => [codes]);
    const all = [...merged, ...alone];
    expect(
      standings(
        all.map((parts) => parts.flat()),
        2025,
      ),
    ).toEqual([9, 12, 13, 0]);
    const misleading = all.filter((parts) => standings([parts.flat()], 2025)[0] && standings(parts, 2025)[2]);
    expect(misleading).toHaveLength(2);
  });

  it('leave Thái Nguyên two communes short', () => {
    expect(countOf(codesByProvince().get('19') ?? [], 2025)).toEqual({ M: 118, F: 3, U: 0 });
  });

  it('let 154, 110, 75 and 42 communes fall from met to not met', () => {
    const fallen = DEMONSTRATION_YEARS.slice(1).map(
      (year) => communes.filter(({ code }) => letter(code, year - 1) === 'M' && letter(code, year) === 'F').length,
    );
    expect(fallen).toEqual([154, 110, 75, 42]);
  });

  it('are the same to the byte, whatever order the communes come in', () => {
    const reversed = [...generateAssessments([...communes].reverse())];
    expect(digestOf(reversed)).toBe(digestOf(assessments));
    expect(digestOf(assessments)).toBe('8c2abd86c5228ca2');
  });

  it('cost less than four seconds of processor time (0.7 to 1.0 outside Jest)', () => {
    expect(cpuSeconds).toBeLessThan(4);
  });
});

describe('what must not be made up', () => {
  it('has no row for the communes of Trường Sa', () => {
    expect([...COMMUNES_WITHOUT_SYNTHETIC_RESULT]).toEqual(['22737', '22739']);
    expect(assessments.filter(({ code }) => COMMUNES_WITHOUT_SYNTHETIC_RESULT.has(code))).toEqual([]);
    expect(NO_SYNTHETIC_RESULT_REASON).toBe('không tạo số liệu mô phỏng');
  });

  it('never lets content 2, 3, 4 or 8 fail, in any revision', () => {
    expect(failingNumbers(everyRevision().filter(({ year }) => year >= 2024))).toEqual([1, 5, 6, 7]);
  });

  it('never lets phrase 1, 2 or 3 of QĐ 318 fail, in any revision', () => {
    expect(failingNumbers(everyRevision().filter(({ year }) => year < 2024))).toEqual([4, 5]);
  });

  it('carries no text but codes, states and model numbers', () => {
    const words = new Set(
      everyRevision()
        .flatMap((revision) => Object.values(revision).flat())
        .filter(isWord),
    );
    const allowed = /^(\d{5}|[A-Z_]+|MP-\d{4}\/202[1-5]|\d{4}-\d\d-\d\d(T[\d:]+\+07:00)?)$/;
    expect([...words].filter((word) => !allowed.test(word))).toEqual([]);
  });
});

describe('the items', () => {
  it('fail in 2025 as the recipe says: 62 of 72 by one content, 28 by content 5', () => {
    const failing = lastWhere(({ year, verdict }) => year === 2025 && verdict === 'NOT_MET');
    const counts = failing.map(({ items }) => items.filter((item) => item === 'NOT_MET').length);
    expect([1, 2, 3].map((count) => counts.filter((each) => each === count).length)).toEqual([62, 9, 1]);
    const failures = [1, 5, 6, 7].map(
      (number) => failing.filter(({ items }) => items[number - 1] === 'NOT_MET').length,
    );
    expect(failures).toEqual([15, 28, 25, 15]);
  });

  it('give the verdict when all of them are needed, in every revision that has items', () => {
    const wrong = everyRevision().filter(
      ({ items, verdict, year }) =>
        items.length !== (year === 2021 ? 0 : year < 2024 ? 5 : 8) || (year > 2021 && allOf(items) !== verdict),
    );
    expect(wrong).toEqual([]);
  });
});

function digestOf(list: readonly DemonstrationAssessment[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string';
}

function failingNumbers(revisions: readonly AssessmentRevision[]): number[] {
  const numbers = revisions.flatMap(({ items }) =>
    items.flatMap((item, index) => (item === 'NOT_MET' ? [index + 1] : [])),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function allOf(items: readonly string[]): string {
  if (items.includes('NOT_MET')) return 'NOT_MET';
  return items.includes('UNKNOWN') ? 'UNKNOWN' : 'MET';
}
