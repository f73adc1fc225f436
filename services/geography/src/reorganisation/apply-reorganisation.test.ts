import type { UnitVersion } from '../reference/reference-geography';
import { parseFullName } from '../reference/unit-name';
import { findValidityFaults } from '../reference/validity';
import { applyReorganisation } from './apply-reorganisation';
import { sampleGeography, sampleReorganisation } from './sample-geography.fixture';

type Changes = Parameters<typeof sampleReorganisation>[0];

const geography = sampleGeography([4, 3]);
const commune = { level: 'COMMUNE' } as const;
const province = { level: 'PROVINCE' } as const;
const newCommune = { code: '00111', fullName: 'Xã Mới', parentCode: '01' };
const merger = { change: 'MERGE' as const, ...commune, from: ['00101', '00102'], into: newCommune };

function applied(changes: Changes, effectiveOn?: string, onto = geography) {
  const result = applyReorganisation(onto, sampleReorganisation(changes, effectiveOn));
  if (result.faults) throw new Error(result.faults.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  return result;
}

function faultsOf(changes: Changes, effectiveOn?: string, onto = geography): string[] {
  const { faults } = applyReorganisation(onto, sampleReorganisation(changes, effectiveOn));
  return (faults ?? []).map(({ place, message }) => `${place}: ${message}`);
}

function lifeOf(versions: readonly UnitVersion[], unitId: string) {
  return versions
    .filter((version) => version.unitId === unitId)
    .map(({ fullNameVi, parentId, validFrom, validTo }) => [fullNameVi, parentId, validFrom, validTo]);
}

describe('what a change does', () => {
  test('a merger ends its units and begins a new identity with whole links', () => {
    const { geography: result, report } = applied([merger]);
    expect(lifeOf(result.versions, 'C-00101')).toEqual([['Xã X00101', 'P-01', null, '2027-01-01']]);
    expect(lifeOf(result.versions, 'C-00111-20270101')).toEqual([['Xã Mới', 'P-01', '2027-01-01', null]]);
    expect(result.links).toEqual(
      ['C-00101', 'C-00102'].map((predecessorId) => ({
        predecessorId,
        successorId: 'C-00111-20270101',
        kind: 'WHOLE',
        effectiveOn: '2027-01-01',
        decision: '1/NQ',
        isMain: true,
      })),
    );
    expect(report.totalsBefore).toEqual({ COUNTRY: 1, PROVINCE: 2, RURAL_COMMUNE: 4, WARD: 3 });
    expect(report.totalsAfter).toEqual({ COUNTRY: 1, PROVINCE: 2, RURAL_COMMUNE: 4, WARD: 2 });
    expect(report.begun).toMatchObject([{ code: '00111', parentFullNameVi: 'Tỉnh T1', predecessors: [{}, {}] }]);
    expect(report.ended.map(({ fullNameVi, successors }) => [fullNameVi, successors[0]?.fullNameVi])).toEqual([
      ['Xã X00101', 'Xã Mới'],
      ['Phường X00102', 'Xã Mới'],
    ]);
  });

  test('a merger into a unit without a name lets that unit go on, and a new unit may take the code of an old one', () => {
    const into = applied([{ change: 'MERGE', ...commune, from: ['00102'], into: { code: '00101' } }]);
    expect(lifeOf(into.geography.versions, 'C-00101')).toEqual([['Xã X00101', 'P-01', null, null]]);
    expect(into.report.ended[0]?.successors).toMatchObject([{ unitId: 'C-00101', kind: 'WHOLE' }]);
    const again = applied([{ ...merger, into: { ...newCommune, code: '00101' } }]);
    expect(lifeOf(again.geography.versions, 'C-00101-20270101')).toEqual([['Xã Mới', 'P-01', '2027-01-01', null]]);
  });

  test('a split gives parts to new units, to units that go on, and may keep the unit itself', () => {
    const { geography: result, report } = applied([
      {
        change: 'SPLIT',
        ...commune,
        code: '00101',
        into: [
          { ...newCommune, link: 'PARTIAL_AREA_ALL_POPULATION', isMain: true },
          { code: '00103', link: 'PARTIAL_AREA_ONLY' },
        ],
      },
      {
        change: 'SPLIT',
        ...commune,
        code: '00102',
        into: [
          { code: '00102', isMain: true },
          { code: '00111', link: 'PARTIAL' },
        ],
      },
    ]);
    expect(
      result.links.map(({ predecessorId, successorId, kind, isMain }) => [predecessorId, successorId, kind, isMain]),
    ).toEqual([
      ['C-00101', 'C-00103', 'PARTIAL_AREA_ONLY', false],
      ['C-00101', 'C-00111-20270101', 'PARTIAL_AREA_ALL_POPULATION', true],
      ['C-00102', 'C-00111-20270101', 'PARTIAL', false],
    ]);
    expect(report.ended.map((unit) => unit.unitId)).toEqual(['C-00101']);
  });

  test('a unit that gave a part to another goes into it later: one link for each day', () => {
    const into = [
      { code: '00102', isMain: true },
      { code: '00103', link: 'PARTIAL' as const },
    ];
    const given = applied([{ change: 'SPLIT', ...commune, code: '00102', into }]);
    const whole: Changes = [{ change: 'DISSOLVE', ...commune, code: '00102', into: [{ code: '00103' }] }];
    const { geography: result } = applied(whole, '2028-01-01', given.geography);
    expect(result.links.map(({ kind, effectiveOn, isMain }) => [kind, effectiveOn, isMain])).toEqual([
      ['PARTIAL', '2027-01-01', false],
      ['WHOLE', '2028-01-01', true],
    ]);
    expect(new Set(result.links.map((link) => `${link.predecessorId} ${link.successorId}`)).size).toBe(1);
    expect(applied(whole, '2028-01-01', result).geography).toBe(result);
  });

  test('a renamed, re-typed and moved unit keeps its identity', () => {
    const { geography: result, report } = applied([
      { change: 'RENAME', ...commune, code: '00101', fullName: 'Xã Khác' },
      { change: 'RETYPE', ...commune, code: '00103', fullName: 'Phường X00103' },
      { change: 'MOVE', ...commune, code: '00103', parentCode: '02' },
    ]);
    expect(lifeOf(result.versions, 'C-00101')).toEqual([
      ['Xã X00101', 'P-01', null, '2027-01-01'],
      ['Xã Khác', 'P-01', '2027-01-01', null],
    ]);
    expect(lifeOf(result.versions, 'C-00103')[1]).toEqual(['Phường X00103', 'P-02', '2027-01-01', null]);
    expect(report.changed.map(({ before, after }) => [before.parentFullNameVi, after.parentFullNameVi])).toEqual([
      ['Tỉnh T1', 'Tỉnh T1'],
      ['Tỉnh T1', 'Tỉnh T2'],
    ]);
    expect(result.links).toEqual([]);
  });

  test('a re-coded unit is a new identity, because the code is part of it, and its children follow', () => {
    const { geography: result } = applied([{ change: 'RECODE', ...province, code: '01', newCode: '11' }]);
    expect(result.links).toMatchObject([{ predecessorId: 'P-01', successorId: 'P-11-20270101', kind: 'UNCHANGED' }]);
    expect(lifeOf(result.versions, 'C-00102')).toEqual([
      ['Phường X00102', 'P-01', null, '2027-01-01'],
      ['Phường X00102', 'P-11-20270101', '2027-01-01', null],
    ]);
  });

  test('a re-coded unit keeps its own name when others go into it, and two units may swap codes', () => {
    const { geography: result } = applied([
      { change: 'DISSOLVE', ...commune, code: '00101', into: [{ code: '00112' }] },
      { change: 'RECODE', ...commune, code: '00102', newCode: '00112' },
      { change: 'RETYPE', ...commune, code: '00102', fullName: 'Xã X00102' },
      { change: 'RECODE', ...commune, code: '00201', newCode: '00202' },
      { change: 'RECODE', ...commune, code: '00202', newCode: '00201' },
    ]);
    expect(lifeOf(result.versions, 'C-00112-20270101')).toEqual([['Xã X00102', 'P-01', '2027-01-01', null]]);
    expect(lifeOf(result.versions, 'C-00201-20270101')).toEqual([['Phường X00202', 'P-02', '2027-01-01', null]]);
    expect(result.links.map(({ predecessorId, kind }) => [predecessorId, kind])).toEqual([
      ['C-00101', 'WHOLE'],
      ['C-00102', 'RENAMED_OR_RETYPED'],
      ['C-00201', 'UNCHANGED'],
      ['C-00202', 'UNCHANGED'],
    ]);
  });

  test('communes follow merged provinces; those of a divided one are moved', () => {
    const merged = applied([
      { change: 'MERGE', ...province, from: ['01', '02'], into: { code: '03', fullName: 'Thành phố Lớn' } },
    ]);
    const open = merged.geography.versions.filter((version) => version.unitId.startsWith('C') && !version.validTo);
    expect(new Set(open.map((version) => version.parentId))).toEqual(new Set(['P-03-20270101']));
    const divided: Changes = [
      {
        change: 'SPLIT',
        ...province,
        code: '02',
        into: [
          { code: '03', fullName: 'Tỉnh T3', link: 'PARTIAL', isMain: true },
          { code: '01', link: 'PARTIAL' },
        ],
      },
      { change: 'MOVE', ...commune, code: '00201', parentCode: '03' },
    ];
    expect(faultsOf(divided)).toEqual([
      'changes[0]: province 02 "Tỉnh T2" ends and nothing says where these go: commune 00202 "Phường X00202", commune 00203 "Xã X00203"; MOVE them',
    ]);
    const rest: Changes = ['00202', '00203'].map((code) => ({ change: 'MOVE', ...commune, code, parentCode: '01' }));
    expect(findValidityFaults(applied([...divided, ...rest]).geography)).toEqual([]);
  });
});

describe('districts', () => {
  const withDistricts = sampleGeography([1]);
  for (const [code, fullName] of [
    ['003', 'Quận Lê Chân'],
    ['318', 'Huyện Bạch Long Vĩ'],
  ] as const) {
    const unitId = `D-${code}`;
    withDistricts.units.push({ id: unitId, level: 'DISTRICT', code });
    const names = parseFullName('DISTRICT', fullName, 'PROVINCE');
    withDistricts.versions.push({ unitId, ...names, parentId: 'P-01', regionVi: null, validFrom: null, validTo: null });
  }
  for (const version of withDistricts.versions) if (version.unitId === 'C-00101') version.parentId = 'D-003';
  const islands = { level: 'COMMUNE', code: '11914', fullName: 'Đặc khu Bạch Long Vĩ', parentCode: '01' } as const;
  const end: Changes = [
    { change: 'DISSOLVE', level: 'DISTRICT', code: '318', into: [islands] },
    { change: 'DISSOLVE', level: 'DISTRICT', code: '003', into: [] },
  ];

  test('end when their communes have somewhere to go, and one without communes becomes a special zone', () => {
    expect(faultsOf(end, '2025-07-01', withDistricts)).toEqual([
      'changes[1]: district 003 "Quận Lê Chân" ends and nothing says where these go: commune 00101 "Xã X00101"; MOVE them',
    ]);
    const move: Changes = [...end, { change: 'MOVE', ...commune, code: '00101', parentCode: '01' }];
    const { geography: result, report } = applied(move, '2025-07-01', withDistricts);
    expect(result.links).toMatchObject([{ predecessorId: 'D-318', successorId: 'C-11914-20250701', kind: 'WHOLE' }]);
    expect(lifeOf(result.versions, 'C-00101')[1]).toEqual(['Xã X00101', 'P-01', '2025-07-01', null]);
    expect(report.totalsAfter).toEqual({ COUNTRY: 1, PROVINCE: 1, RURAL_COMMUNE: 1, SPECIAL_ZONE: 1 });
  });

  test('hold communes as long as there are any', () => {
    const move: Changes = [{ change: 'MOVE', ...commune, code: '00101', parentCode: '01' }];
    expect(faultsOf(move, '2025-07-01', withDistricts)).toEqual([
      'changes[0]: commune 00101 "Xã X00101" would lie under the province 01; name its district',
    ]);
  });
});

describe('time', () => {
  test('the same decision twice changes nothing, also after a later one', () => {
    const once = applied([merger]).geography;
    const twice = applied([merger], undefined, once);
    expect(twice.geography).toBe(once);
    expect(twice.report).toMatchObject({ changesNothing: true, ended: [], begun: [], changed: [] });
    const later: Changes = [{ change: 'RENAME', ...commune, code: '00111', fullName: 'Xã Mới Hơn' }];
    const renamed = applied(later, '2030-01-01', once).geography;
    expect(applied([merger], undefined, renamed).geography).toBe(renamed);
  });

  test('two files of one day that concern other units give the same in either order', () => {
    const follow: Changes = [{ change: 'RETYPE', ...commune, code: '00203', fullName: 'Phường X00203' }];
    const recode: Changes = [{ change: 'RECODE', ...province, code: '02', newCode: '12' }];
    const one = applied(recode, undefined, applied(follow).geography).geography;
    const other = applied(follow, undefined, applied(recode).geography).geography;
    expect(one).toEqual(other);
    expect(lifeOf(one.versions, 'C-00203')[1]).toEqual(['Phường X00203', 'P-12-20270101', '2027-01-01', null]);
  });

  test('a change before a later change of the same unit is refused', () => {
    const later = applied(
      [{ change: 'RENAME', ...commune, code: '00101', fullName: 'Xã Khác' }],
      '2030-01-01',
    ).geography;
    expect(faultsOf([merger], '2027-01-01', later)).toEqual([
      'changes[0]: C-00101 "Xã Khác" already changes otherwise on 2030-01-01; apply reorganisations in the order of their days',
    ]);
    const other: Changes = [{ change: 'RENAME', ...commune, code: '00101', fullName: 'Xã Khác Nữa' }];
    expect(faultsOf(other, '2030-01-01', later)).toEqual([
      'changes[0]: C-00101 "Xã Khác" already changes otherwise on 2030-01-01; put both changes into one file',
    ]);
    expect(faultsOf(other, '2028-01-01', later)[0]).toMatch(/on 2030-01-01; apply reorganisations in the order/);
  });

  test('a unit that another file of that day ends elsewhere does not end twice', () => {
    const once = applied([merger]).geography;
    const again: Changes = [{ ...merger, from: ['00102', '00103'], into: { ...newCommune, code: '00112' } }];
    expect(faultsOf(again, undefined, once)).toEqual([
      'changes[0]: C-00102 "Phường X00102" already changes otherwise on 2027-01-01; put both changes into one file',
    ]);
  });

  test('a code that is held until a later day is not free before it', () => {
    const later = applied([merger], '2030-01-01').geography;
    const early: Changes = [{ ...merger, from: ['00103', '00104'], into: { ...newCommune, code: '00101' } }];
    expect(faultsOf(early, '2027-01-01', later)).toEqual([
      'changes[0]: the new code is that of commune 00101 "Xã X00101"; end or re-code that unit, or choose another code',
    ]);
    expect(faultsOf(early, '2030-01-02', later)).toEqual([]);
  });

  test('a day that a loaded state covers is refused', () => {
    const totals = {
      provinces: 2,
      districts: 0,
      communes: 7,
      wards: 3,
      townships: 0,
      ruralCommunes: 4,
      specialZones: 0,
    };
    const loaded = { ...geography, states: [{ day: '2027-01-01', exactUntil: null, totals, decision: null }] };
    expect(faultsOf([merger], '2027-01-01', loaded)).toEqual([
      'effectiveOn: the map of 2027-01-01 is loaded whole and holds what changed until then; give a day after it, found 2027-01-01',
    ]);
    expect(faultsOf([merger], '2027-01-02', loaded)).toEqual([]);
  });
});

describe('a change that cannot be is refused', () => {
  const merged = applied([merger]).geography;

  test.each<[string, Changes, string[]]>([
    [
      'an unknown code',
      [{ change: 'RENAME', ...commune, code: '00999', fullName: 'Xã Khác' }],
      ['changes[0]: no commune has the code 00999 on 2027-12-31, and none had it before; correct the code'],
    ],
    [
      'units that never coexisted',
      [{ change: 'MERGE', ...commune, from: ['00111', '00101'], into: { ...newCommune, code: '00112' } }],
      [
        'changes[0]: no commune has the code 00101 on 2027-12-31; it was last that of commune 00101 "Xã X00101", until 2027-01-01, which went into commune 00111 "Xã Mới"; name a unit of 2027-12-31',
      ],
    ],
    [
      'a code that is still held',
      [{ change: 'MERGE', ...commune, from: ['00103', '00104'], into: { ...newCommune, code: '00111' } }],
      [
        'changes[0]: the new code is that of commune 00111 "Xã Mới" from 2027-01-01; end or re-code that unit, or choose another code',
      ],
    ],
    [
      'one new code for two units',
      [
        { change: 'RECODE', ...commune, code: '00103', newCode: '00112' },
        { change: 'RECODE', ...commune, code: '00104', newCode: '00112' },
      ],
      ['changes[1]: new code 00112 is also given to the unit re-coded there (changes[0]); each new unit needs its own'],
    ],
    [
      'a parent of the wrong level',
      [{ change: 'MOVE', ...commune, code: '00103', parentCode: '001' }],
      ['changes[0]: commune 00103 "Xã X00103" would lie under the district 001; name its province'],
    ],
    [
      'a parent that is not there',
      [{ change: 'MOVE', ...commune, code: '00103', parentCode: '09' }],
      [
        'changes[0]: commune 00103 "Xã X00103" has no parent: no province has the code 09 on 2028-01-01, and none had it before; correct the code',
      ],
    ],
    [
      'a merger that lies elsewhere than its units',
      [
        {
          change: 'MERGE',
          ...commune,
          from: ['00103', '00104'],
          into: { code: '00112', fullName: 'Xã Mới', parentCode: '02' },
        },
      ],
      [
        'changes[0]: new commune 00112 "Xã Mới" would lie where none of its units lay (commune 00103 "Xã X00103", commune 00104 "Phường X00104"); correct its parentCode, or MOVE it in a later file',
      ],
    ],
    [
      'a merger of one unit',
      [{ change: 'MERGE', ...commune, from: ['00103'], into: { ...newCommune, code: '00112' } }],
      ['changes[0]: commune 00103 "Xã X00103" goes whole and alone into 00112; use RENAME, RETYPE, MOVE or RECODE'],
    ],
    [
      'two units that go into each other and both go on',
      [
        {
          change: 'SPLIT',
          ...commune,
          code: '00103',
          into: [
            { code: '00103', isMain: true },
            { code: '00104', link: 'PARTIAL' },
          ],
        },
        {
          change: 'SPLIT',
          ...commune,
          code: '00104',
          into: [
            { code: '00104', isMain: true },
            { code: '00103', link: 'PARTIAL' },
          ],
        },
      ],
      [
        'changes[0]: C-00103 would be successor and predecessor of C-00104; let one of them begin anew, with a fullName and a code of its own',
        'changes[1]: C-00104 would be successor and predecessor of C-00103; let one of them begin anew, with a fullName and a code of its own',
      ],
    ],
    [
      'a new province without communes',
      [
        {
          change: 'SPLIT',
          ...province,
          code: '01',
          into: [
            { code: '01', isMain: true },
            { code: '03', fullName: 'Tỉnh T3', link: 'PARTIAL' },
          ],
        },
      ],
      ['changes[0]: new province 03 gets no unit; MOVE those that lie in it'],
    ],
    [
      'a unit that ends twice, is renamed as it ends, or goes into itself',
      [
        { change: 'MERGE', ...commune, from: ['00103', '00104'], into: { ...newCommune, code: '00112' } },
        { change: 'DISSOLVE', ...commune, code: '00104', into: [{ code: '00111' }] },
        { change: 'RENAME', ...commune, code: '00103', fullName: 'Xã Khác' },
        { change: 'MERGE', ...commune, from: ['00201', '00202'], into: { code: '00202' } },
      ],
      [
        'changes[1]: COMMUNE 00104 already goes elsewhere (changes[0]); say once where it goes',
        'changes[2]: COMMUNE 00103 ends on that day (changes[0]); leave this change out',
        'changes[3]: COMMUNE 00202 goes into itself; leave it out where it goes on, or give the new unit a fullName and a parentCode',
      ],
    ],
    [
      'a target that neither begins nor goes on',
      [
        { change: 'DISSOLVE', ...commune, code: '00103', into: [{ code: '00104' }] },
        { change: 'DISSOLVE', ...commune, code: '00104', into: [{ code: '00111' }] },
      ],
      [
        'changes[0]: commune 00104 "Phường X00104" does not go on after 2028-01-01; or give the new unit a fullName and a parentCode',
      ],
    ],
    [
      'a change under the wrong word, and none at all',
      [
        { change: 'RENAME', ...commune, code: '00103', fullName: 'Phường X00103' },
        { change: 'RETYPE', ...commune, code: '00104', fullName: 'Phường Khác' },
        { change: 'RENAME', ...commune, code: '00201', fullName: 'Xã X00201' },
        { change: 'MOVE', ...commune, code: '00202', parentCode: '02' },
        { change: 'RENAME', ...commune, code: '00203', fullName: 'Tỉnh X00203' },
      ],
      [
        'changes[0]: commune 00103 "Xã X00103" changes its kind with "Phường X00103"; use RETYPE',
        'changes[1]: commune 00104 "Phường X00104" keeps its kind with "Phường Khác"; use RENAME',
        'changes[2]: commune 00201 "Xã X00201" already has that name; leave the change out',
        'changes[3]: commune 00202 "Phường X00202" already lies under 02; leave the MOVE out',
        'changes[4]: "Tỉnh X00203" does not begin with a kind of level COMMUNE; write the full name',
      ],
    ],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(changes, '2028-01-01', merged)).toEqual(faults);
  });
});
