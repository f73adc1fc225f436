import type { ReferenceGeography, Unit, UnitVersion } from '../reference/reference-geography';
import { unitId } from '../reference/unit-history';
import { parseFullName } from '../reference/unit-name';
import type { Change, Reorganisation } from './reorganisation';

/** The state of 1 July 2025 that the tests build: two provinces, so many communes in each (00101…, 00201…). */
export function sampleGeography(communesPerProvince: readonly number[] = [4, 3]): ReferenceGeography {
  const units: Unit[] = [{ id: 'VN', level: 'COUNTRY', code: 'VN' }];
  const country = { kind: 'COUNTRY', nameVi: 'Việt Nam', nameEn: 'Viet Nam', fullNameVi: 'Việt Nam' } as const;
  const open = { regionVi: null, validFrom: null, validTo: null };
  const versions: UnitVersion[] = [
    { unitId: 'VN', ...country, fullNameEn: 'Viet Nam', printedName: null, parentId: null, ...open },
  ];
  const add = (level: 'PROVINCE' | 'COMMUNE', code: string, fullName: string, parentId: string): string => {
    const id = unitId(level, code, null);
    units.push({ id, level, code });
    versions.push({ unitId: id, ...parseFullName(level, fullName, 'PROVINCE'), parentId, ...open });
    return id;
  };
  const provinces = communesPerProvince.map((_, place) => add('PROVINCE', `0${place + 1}`, `Tỉnh T${place + 1}`, 'VN'));
  communesPerProvince.forEach((count, place) => {
    for (let n = 1; n <= count; n += 1) {
      const code = `00${place + 1}${String(n).padStart(2, '0')}`;
      add('COMMUNE', code, `${n % 2 ? 'Xã' : 'Phường'} X${code}`, provinces[place] ?? '');
    }
  });
  return { states: [], units, versions, links: [], regions: [], aliases: [] };
}

type WithoutPlace<Some> = Some extends Change ? Omit<Some, 'place'> : never;

/** A reorganisation as the file of these changes would be parsed. */
export function sampleReorganisation(
  changes: readonly WithoutPlace<Change>[],
  effectiveOn = '2027-01-01',
  number = '1/NQ',
): Reorganisation {
  return {
    effectiveOn,
    decision: { number, date: '2026-12-01', issuer: 'Ủy ban Thường vụ Quốc hội' },
    changes: changes.map((change, place) => ({ ...change, place: `changes[${place}]` }) as Change),
  };
}
