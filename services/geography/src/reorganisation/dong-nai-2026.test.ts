import { buildReferenceGeography } from '../reference/build-reference-geography';
import type { ReferenceGeography } from '../reference/reference-geography';
import { applyReorganisation } from './apply-reorganisation';
import { parseReorganisation } from './parse-reorganisation';

const DAY = '2026-04-30';
const WARDS = [
  ['25270', 'Lộc Ninh'],
  ['25357', 'Tân Khai'],
  ['25363', 'Đồng Phú'],
  ['26116', 'Tân Phú'],
  ['26170', 'Trị An'],
  ['26248', 'Trảng Bom'],
  ['26326', 'Dầu Giây'],
  ['26368', 'Long Thành'],
  ['26425', 'Xuân Lộc'],
  ['26485', 'Nhơn Trạch'],
] as const;

const FILE = [
  'effective_on,decision_number,decision_date,issuer,change,level,code,new_level,new_code,new_full_name,new_parent_code,link,is_main',
  `${DAY},30/2026/QH16,2026-04-01,Quốc hội,RETYPE,PROVINCE,75,,,Thành phố Đồng Nai,,,`,
  ...WARDS.map(([code, name]) => `,,,,RETYPE,COMMUNE,${code},,,Phường ${name},,,`),
].join('\n');

const reference = buildReferenceGeography();

/** The reference as it was before anything of that day was loaded. */
function cutBefore(day: string, { states, units, versions, links, ...rest }: ReferenceGeography): ReferenceGeography {
  const kept = versions
    .filter(({ validFrom }) => validFrom === null || validFrom < day)
    .map((version) => (version.validTo !== null && version.validTo >= day ? { ...version, validTo: null } : version));
  const ids = new Set(kept.map((version) => version.unitId));
  return {
    ...rest,
    states: states.filter((state) => state.day < day),
    units: units.filter((unit) => ids.has(unit.id)),
    versions: kept,
    links: links.filter((link) => link.effectiveOn < day),
  };
}

function apply(onto: ReferenceGeography) {
  const { reorganisation } = parseReorganisation(FILE);
  if (!reorganisation) throw new Error('the file was refused');
  return applyReorganisation(onto, reorganisation);
}

describe('Đồng Nai becomes a centrally-run city on 30 April 2026', () => {
  const before = cutBefore(DAY, reference);

  test('as a file it gives the units, versions and links that the reference has', () => {
    const { geography } = apply(before);
    expect(before.versions).toHaveLength(reference.versions.length - 11);
    expect(geography?.versions).toEqual(reference.versions);
    expect(geography?.units).toEqual(reference.units);
    expect(geography?.links).toEqual(reference.links);
  });

  test('the preview shows eleven changes and the published totals', () => {
    const { report } = apply(before);
    expect([report?.ended, report?.begun, report?.changed.length]).toEqual([[], [], 11]);
    expect(report?.changed[0]).toMatchObject({
      before: { kind: 'PROVINCE', fullNameVi: 'Tỉnh Đồng Nai' },
      after: { kind: 'CENTRALLY_RUN_CITY', fullNameVi: 'Thành phố Đồng Nai' },
    });
    expect([report?.totalsBefore, report?.totalsAfter]).toMatchObject([
      { PROVINCE: 28, CENTRALLY_RUN_CITY: 6, WARD: 687, RURAL_COMMUNE: 2621, SPECIAL_ZONE: 13 },
      { PROVINCE: 27, CENTRALLY_RUN_CITY: 7, WARD: 697, RURAL_COMMUNE: 2611, SPECIAL_ZONE: 13 },
    ]);
  });

  test('the reference, which has that day loaded, refuses the file', () => {
    expect(apply(reference).faults?.[0]?.message).toMatch(/^the map of 2026-04-30 is loaded whole/);
  });
});
