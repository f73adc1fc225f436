import { join } from 'node:path';
import { buildReferenceGeography, readReferenceSources } from './build-reference-geography';
import { readCsvTable } from './csv-table';
import type { ReferenceSources } from './map-snapshot';
import type { PackagePatch } from './package-patch';
import type { Level, ReferenceGeography, Unit, UnitKind, UnitVersion } from './reference-geography';
import { normaliseName, parseFullName } from './unit-name';
import { findValidityFaults } from './validity';

const sources = readReferenceSources();
const geography = buildReferenceGeography(sources);
const units = new Map(geography.units.map((unit) => [unit.id, unit]));

type Placed = UnitVersion & Pick<Unit, 'level' | 'code'>;

/** Written apart from the code under test: everything on the map of one day. */
function mapOn(day: string): Placed[] {
  return geography.versions
    .filter(({ validFrom, validTo }) => (validFrom ?? '0') <= day && day < (validTo ?? '9'))
    .map((version) => ({ ...version, ...(units.get(version.unitId) as Unit) }));
}

function unitOn(day: string, level: Level, code: string): Placed | undefined {
  return mapOn(day).find((unit) => unit.level === level && unit.code === code);
}

function provinceOf(unit: Placed, map: ReadonlyMap<string, Placed>): string {
  return unit.level === 'PROVINCE' ? unit.code : provinceOf(map.get(unit.parentId ?? '') as Placed, map);
}

function count(map: readonly Placed[], level: Level, kind?: UnitKind): number {
  return map.filter((unit) => unit.level === level && (!kind || unit.kind === kind)).length;
}

function versionsOf(unitId: string): UnitVersion[] {
  return geography.versions.filter((version) => version.unitId === unitId);
}

function withPatches(packagePatches: PackagePatch[]): ReferenceSources {
  return { ...sources, facts: { ...sources.facts, packagePatches } };
}

describe('the loaded states', () => {
  test.each([
    ['2022-12-31', 63, 705, 10_599, 1_737, 614, 8_248, 0, 5],
    ['2025-06-30', 63, 696, 10_035, 1_726, 617, 7_692, 0, 6],
    ['2025-07-01', 34, 0, 3_321, 687, 0, 2_621, 13, 6],
    ['2026-04-29', 34, 0, 3_321, 687, 0, 2_621, 13, 6],
    ['2026-04-30', 34, 0, 3_321, 697, 0, 2_611, 13, 7],
  ])('have the published totals by kind on %s', (day, provinces, districts, communes, ...kinds) => {
    const map = mapOn(day);
    expect([count(map, 'PROVINCE'), count(map, 'DISTRICT'), count(map, 'COMMUNE')]).toEqual([
      provinces,
      districts,
      communes,
    ]);
    const counted = (['WARD', 'TOWNSHIP', 'RURAL_COMMUNE', 'SPECIAL_ZONE'] as const).map((kind) =>
      count(map, 'COMMUNE', kind),
    );
    expect([...counted, count(map, 'PROVINCE', 'CENTRALLY_RUN_CITY')]).toEqual(kinds);
  });

  test('are exact from their day until the next change of the map, not between two loaded states', () => {
    expect(geography.states.map(({ day, exactUntil }) => [day, exactUntil])).toEqual([
      ['2022-12-31', '2022-12-31'],
      ['2025-06-30', '2025-06-30'],
      ['2025-07-01', '2026-04-29'],
      ['2026-04-30', null],
    ]);
  });

  test.each([
    ['2022-12-31', 'provinces-63.csv', 'districts_2022_12_31', 'phuong_2022', 'thi_tran_2022', 'xa_2022'],
    ['2025-06-30', 'provinces-63.csv', 'districts_2025_06_30', 'phuong_2025_06', 'thi_tran_2025_06', 'xa_2025_06'],
    ['2025-07-01', 'provinces-34.csv', '', 'phuong_2025_07_01', '', 'xa_2025_07_01'],
    ['2026-04-30', 'provinces-34.csv', '', 'phuong_2026_04_30', '', 'xa_2026_04_30'],
  ])('tie with the counts of each province on %s', (day, file, districts, wards, townships, ruralCommunes) => {
    const columns = ['gso_code', districts, wards, townships, ruralCommunes].filter(Boolean);
    const rows = readCsvTable(join(__dirname, '../../data', file), columns);
    const map = mapOn(day);
    const byId = new Map(map.map((unit) => [unit.unitId, unit]));
    const tally = new Map<string, number>();
    for (const unit of map) {
      if (unit.level === 'COUNTRY') continue;
      const what = `${provinceOf(unit, byId)} ${unit.level === 'DISTRICT' ? 'DISTRICT' : unit.kind}`;
      tally.set(what, (tally.get(what) ?? 0) + 1);
    }
    const expected = (row: Record<string, string>) =>
      [districts, wards, townships, ruralCommunes].map((column) => Number(row[column] ?? 0));
    const counted = (code: string) =>
      ['DISTRICT', 'WARD', 'TOWNSHIP', 'RURAL_COMMUNE'].map((kind) => tally.get(`${code} ${kind}`) ?? 0);
    expect(rows.map((row) => [row.gso_code, ...counted(row.gso_code ?? '')])).toEqual(
      rows.map((row) => [row.gso_code, ...expected(row)]),
    );
  });
});

describe('parents and periods', () => {
  test.each(['2022-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2025-10-05', '2026-04-30'])(
    'every unit of %s has exactly one valid parent, of the level above, and one version',
    (day) => {
      const map = mapOn(day);
      const byId = new Map(map.map((unit) => [unit.unitId, unit]));
      expect(byId.size).toBe(map.length);
      const levels = new Set(
        map.map((unit) => `${unit.level} in ${byId.get(unit.parentId ?? '')?.level ?? 'nothing'}`),
      );
      const below = day < '2025-07-01' ? ['DISTRICT in PROVINCE', 'COMMUNE in DISTRICT'] : ['COMMUNE in PROVINCE'];
      expect([...levels]).toEqual(['COUNTRY in nothing', 'PROVINCE in COUNTRY', ...below]);
    },
  );

  test('an overlap, a gap and a parent that ends too early are each found by the name of the unit', () => {
    const broken = (change: (version: UnitVersion) => Partial<UnitVersion>): ReferenceGeography => ({
      ...geography,
      versions: geography.versions.map((version) => ({ ...version, ...change(version) })),
    });
    const isHueOf2025 = (version: UnitVersion) => version.unitId === 'P-46' && version.validFrom === '2025-01-01';
    expect(findValidityFaults(geography)).toEqual([]);
    expect(findValidityFaults(broken((v) => (isHueOf2025(v) ? { validFrom: '2024-12-01' } : {})))).toEqual([
      'P-46: the version from 2024-12-01 overlaps the one before, which holds until 2025-01-01',
    ]);
    expect(findValidityFaults(broken((v) => (isHueOf2025(v) ? { validFrom: '2025-02-01' } : {})))).toEqual([
      'P-46: the version from 2025-02-01 leaves a gap after 2025-01-01',
    ]);
    const early = findValidityFaults(broken((v) => (v.unitId === 'D-318' ? { parentId: 'P-19-20250701' } : {})));
    expect(early).toEqual([
      'D-318 "Huyện Bạch Long Vĩ" from the beginning to 2025-07-01: its parent P-19-20250701 holds from 2025-07-01 to 9999-12-31',
    ]);
  });

  test('five island districts have no communes', () => {
    const map = mapOn('2025-06-30');
    const parents = new Set(map.map((unit) => unit.parentId));
    const empty = map.filter((unit) => unit.level === 'DISTRICT' && !parents.has(unit.unitId));
    expect(empty.map((unit) => unit.code)).toEqual(['318', '471', '498', '536', '755']);
  });

  test('62 districts of 30 June 2025 have no rural commune', () => {
    const map = mapOn('2025-06-30');
    const rural = new Set(map.filter((unit) => unit.kind === 'RURAL_COMMUNE').map((unit) => unit.parentId));
    const without = map.filter((unit) => unit.level === 'DISTRICT' && !rural.has(unit.unitId));
    const kinds = without.map((unit) => unit.kind);
    expect(kinds).toHaveLength(62);
    expect(kinds.filter((kind) => kind === 'URBAN_DISTRICT')).toHaveLength(49);
  });

  test('a unit that was gone on 30 June 2025 ends on that day, because the earlier state answers until then', () => {
    expect(versionsOf('C-03751')).toEqual([
      expect.objectContaining({ nameVi: 'Chiềng Ly', validFrom: null, validTo: '2025-06-30' }),
    ]);
  });
});

describe('identity', () => {
  test.each(['15', '24', '44', '52', '80', '82', '91'])('province code %s names two provinces by date', (code) => {
    const before = unitOn('2025-06-30', 'PROVINCE', code);
    const after = unitOn('2025-07-01', 'PROVINCE', code);
    expect([before?.unitId, after?.unitId]).toEqual([`P-${code}`, `P-${code}-20250701`]);
    // 91 was Kiên Giang and is An Giang, and so on
    expect(after?.nameVi).not.toBe(before?.nameVi);
  });

  test('19 is Thái Nguyên on both maps, and two identities', () => {
    expect(unitOn('2025-06-30', 'PROVINCE', '19')).toMatchObject({ unitId: 'P-19', nameVi: 'Thái Nguyên' });
    expect(unitOn('2025-07-01', 'PROVINCE', '19')).toMatchObject({ unitId: 'P-19-20250701', nameVi: 'Thái Nguyên' });
  });

  test('eleven provinces keep their identity on 1 July 2025, and no unit below them does', () => {
    const before = new Set(mapOn('2025-06-30').map((unit) => unit.unitId));
    const kept = mapOn('2025-07-01').filter((unit) => before.has(unit.unitId));
    expect(kept.map((unit) => unit.code)).toEqual([
      ...['VN', '01', '04', '11', '12', '14', '20', '22', '38', '40', '42', '46'],
    ]);
  });

  test('Huế becomes a centrally-run city on 1 January 2025 and Đồng Nai on 30 April 2026, under the same identity', () => {
    const summary = ({ kind, nameVi, validFrom }: UnitVersion) => [kind, nameVi, validFrom];
    expect(versionsOf('P-46').map(summary)).toEqual([
      ['PROVINCE', 'Thừa Thiên Huế', null],
      ['CENTRALLY_RUN_CITY', 'Huế', '2025-01-01'],
      ['CENTRALLY_RUN_CITY', 'Huế', '2025-10-05'],
    ]);
    expect(versionsOf('P-75-20250701').map(summary)).toEqual([
      ['PROVINCE', 'Đồng Nai', '2025-07-01'],
      ['CENTRALLY_RUN_CITY', 'Đồng Nai', '2026-04-30'],
    ]);
  });

  test('ten communes of Đồng Nai become wards on 30 April 2026 without becoming other units', () => {
    const retyped = geography.versions.filter(
      (version) => version.validFrom === '2026-04-30' && version.kind === 'WARD',
    );
    expect(retyped).toHaveLength(10);
    expect(new Set(retyped.map((version) => version.parentId))).toEqual(new Set(['P-75-20250701']));
    expect(versionsOf('C-26368-20250701').map((version) => version.fullNameVi)).toEqual([
      'Xã Long Thành',
      'Phường Long Thành',
    ]);
  });

  test('the same rows in another order give the same geography', () => {
    const { in2022, in2025, afterMerger, mainSuccessors } = sources.packages;
    const reverse = <Row>(rows: Row[]) => [...rows].reverse();
    const reversed = buildReferenceGeography({
      ...sources,
      packages: {
        in2022: { districts: reverse(in2022.districts), communes: reverse(in2022.communes) },
        in2025: { districts: reverse(in2025.districts), communes: reverse(in2025.communes) },
        afterMerger: { communes: reverse(afterMerger.communes) },
        mainSuccessors: reverse(mainSuccessors),
      },
    });
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(geography));
  });
});

describe('lineage', () => {
  const linksFrom = (letter: string) => geography.links.filter((link) => link.predecessorId.startsWith(letter));

  test('every commune of 30 June 2025 has exactly one main successor on the next day', () => {
    const communes = mapOn('2025-06-30').filter((unit) => unit.level === 'COMMUNE');
    const links = linksFrom('C');
    expect(links.map((link) => link.predecessorId).sort()).toEqual(communes.map((unit) => unit.unitId).sort());
    const next = new Set(mapOn('2025-07-01').map((unit) => unit.unitId));
    expect(links.filter((link) => !link.isMain || link.kind !== null || !next.has(link.successorId))).toEqual([]);
  });

  test('every commune-level unit of 1 July 2025 is a main successor, five special zones of island districts', () => {
    const successors = new Set(geography.links.map((link) => link.successorId));
    const orphans = mapOn('2025-07-01').filter((unit) => unit.level === 'COMMUNE' && !successors.has(unit.unitId));
    expect(orphans).toEqual([]);
    const names = linksFrom('D').map((link) => versionsOf(link.successorId)[0]?.fullNameVi);
    expect(names.sort()).toEqual(
      ['Bạch Long Vĩ', 'Cồn Cỏ', 'Côn Đảo', 'Hoàng Sa', 'Lý Sơn'].map((name) => `Đặc khu ${name}`).sort(),
    );
  });

  test.each([
    ['C-30901', 'C-30886-20250701'],
    ['C-30913', 'C-30910-20250701'],
    ['C-23938', 'C-23938-20250701'],
    // the package prints the alias 06970 of xã Ba Chẽ
    ['C-06973', 'C-06978-20250701'],
  ])('the main successor of %s is %s, which the package has wrong', (predecessorId, successorId) => {
    expect(geography.links.find((link) => link.predecessorId === predecessorId)?.successorId).toBe(successorId);
    expect(geography.aliases).toEqual([{ unitId: 'C-06978-20250701', code: '06970' }]);
  });

  test('52 provinces merge whole into 23, and a main successor never lies outside that province', () => {
    const provinces = linksFrom('P');
    expect([provinces.length, new Set(provinces.map((link) => link.successorId)).size]).toEqual([52, 23]);
    expect(new Set(provinces.map(({ kind, decision }) => `${kind} ${decision}`))).toEqual(
      new Set(['WHOLE 202/2025/QH15']),
    );
    const before = new Map(mapOn('2025-06-30').map((unit) => [unit.unitId, unit]));
    const after = new Map(mapOn('2025-07-01').map((unit) => [unit.unitId, unit]));
    const successorOf = new Map(provinces.map((link) => [link.predecessorId, link.successorId]));
    const strays = linksFrom('C').filter(({ predecessorId, successorId }) => {
      const oldId = `P-${provinceOf(before.get(predecessorId) as Placed, before)}`;
      return (successorOf.get(oldId) ?? oldId) !== after.get(successorId)?.parentId;
    });
    expect(strays).toEqual([]);
  });
});

describe('regions', () => {
  const sizes = (day: string) => {
    const counts = new Map<string | null, number>();
    for (const { level, regionVi } of mapOn(day)) {
      if (level === 'PROVINCE') counts.set(regionVi, (counts.get(regionVi) ?? 0) + 1);
    }
    return counts;
  };

  test('place 63 provinces in six until the merger and 34 in six others from 5 October 2025', () => {
    expect([...sizes('2025-06-30').values()].sort()).toEqual([11, 13, 14, 14, 5, 6]);
    expect([...sizes('2025-10-05').values()].sort()).toEqual([3, 5, 5, 6, 6, 9]);
  });

  test('do not place a province that joins two older regions until 5 October 2025', () => {
    expect(sizes('2025-10-04').get(null)).toBe(7);
    expect(unitOn('2025-10-04', 'PROVINCE', '68')).toMatchObject({ nameVi: 'Lâm Đồng', regionVi: null });
    expect(unitOn('2025-10-05', 'PROVINCE', '68')?.regionVi).toBe('Duyên hải Nam Trung Bộ và Tây Nguyên');
  });
});

describe('names', () => {
  test.each([
    ['2025-06-30', 'PROVINCE', '19', 'Thái Nguyên', 'Tỉnh Thái Nguyên', 'Thai Nguyen province'],
    ['2025-06-30', 'PROVINCE', '79', 'Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'Ho Chi Minh city'],
    ['2025-06-30', 'DISTRICT', '769', 'Thủ Đức', 'Thành phố Thủ Đức', 'Thu Duc municipal city'],
    ['2025-06-30', 'DISTRICT', '164', 'Thái Nguyên', 'Thành phố Thái Nguyên', 'Thai Nguyen provincial city'],
    ['2025-06-30', 'DISTRICT', '760', 'Quận 1', 'Quận 1', 'District 1'],
    ['2025-06-30', 'COMMUNE', '19333', 'Phường 1', 'Phường 1', 'Ward 1'],
    ['2025-07-01', 'COMMUNE', '00004', 'Ba Đình', 'Phường Ba Đình', 'Ba Dinh ward'],
    ['2025-07-01', 'COMMUNE', '26732', 'Côn Đảo', 'Đặc khu Côn Đảo', 'Con Dao special zone'],
  ] as const)('on %s %s %s is called "%s", in full "%s", "%s"', (day, level, code, nameVi, fullNameVi, fullNameEn) => {
    expect(unitOn(day, level, code)).toMatchObject({ nameVi, fullNameVi, fullNameEn });
  });

  test('are composed, with single spaces, and keep the print that differed', () => {
    expect(geography.versions.filter(({ fullNameVi }) => normaliseName(fullNameVi) !== fullNameVi)).toEqual([]);
    expect(unitOn('2022-12-31', 'COMMUNE', '12949')).toMatchObject({ nameVi: 'Mỹ Lộc', printedName: 'Xã  Mỹ Lộc' });
    const decomposed = 'Phường Trúc Bạch'.normalize('NFD');
    expect(parseFullName('COMMUNE', decomposed, 'URBAN_DISTRICT')).toMatchObject({
      fullNameVi: 'Phường Trúc Bạch',
      printedName: decomposed,
    });
  });

  test('do not identify a commune: 314 bare names of 1 July 2025 are shared', () => {
    const names = new Map<string, number>();
    for (const { level, nameVi } of mapOn('2025-07-01')) {
      if (level === 'COMMUNE') names.set(nameVi, (names.get(nameVi) ?? 0) + 1);
    }
    expect([...names.values()].filter((bearers) => bearers > 1)).toHaveLength(314);
  });
});

describe('a broken source stops the build', () => {
  const patches = sources.facts.packagePatches;

  test('by the name of each patch that does not fit its package', () => {
    const broken = patches.map((patch) => {
      if (patch.code === '03703') return { ...patch, from: 'Xã Mường Gianh' };
      if (patch.code === '26368') return { ...patch, state: '2026-05-01' };
      return patch;
    });
    expect(() => buildReferenceGeography(withPatches(broken))).toThrow(
      [
        'package patches: 2 difference(s)',
        '  - vietnam-provinces-js → 2025-06-30, RENAME COMMUNE 03703: expected "Xã Mường Gianh" under 118, found "Xã Mường Giàng" under 118',
        '  - new-vn-provinces → 2026-05-01, RENAME COMMUNE 26368: no such package, state or level',
      ].join('\n'),
    );
  });

  test('by each commune without a main successor', () => {
    const withoutOneDeletion = withPatches(patches.filter((patch) => patch.code !== '18448'));
    expect(() => buildReferenceGeography(withoutOneDeletion)).toThrow(/commune 18448 has no main successor/);
  });

  test('by each total that does not come out', () => {
    const withoutOneRenaming = patches.filter((patch) => patch.code !== '26368');
    expect(() => buildReferenceGeography(withPatches(withoutOneRenaming))).toThrow(
      [
        'reference geography: 2 difference(s)',
        '  - 2026-04-30: expected 697 wards, found 696',
        '  - 2026-04-30: expected 2611 ruralCommunes, found 2612',
      ].join('\n'),
    );
  });

  test('by the unit whose parent is not on the map of its day', () => {
    const moved = patches.map((patch) => (patch.code === '03980' ? { ...patch, parent: '999' } : patch));
    expect(() => buildReferenceGeography(withPatches(moved))).toThrow(
      '2025-06-30: COMMUNE 03980 "Phường Mộc Lỵ" lies under DISTRICT 999, which is not there',
    );
  });
});
