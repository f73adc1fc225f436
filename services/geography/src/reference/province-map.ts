import { type MappedUnit, unitKey } from './mapped-unit';
import type { NewProvinceRow, OldProvinceRow } from './reference-facts';
import { composeNames, type NamedKind } from './unit-name';

export const COUNTRY: MappedUnit = {
  level: 'COUNTRY',
  code: 'VN',
  kind: 'COUNTRY',
  nameVi: 'Việt Nam',
  nameEn: 'Viet Nam',
  fullNameVi: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
  fullNameEn: 'Socialist Republic of Viet Nam',
  printedName: null,
  parentKey: null,
  regionVi: null,
};

const PROVINCE_KINDS: Record<string, NamedKind> = {
  tỉnh: 'PROVINCE',
  'thành phố trực thuộc trung ương': 'CENTRALLY_RUN_CITY',
};

/** The 63 provinces of 31 December 2022. */
export function provincesOf2022(rows: readonly OldProvinceRow[]): MappedUnit[] {
  return rows.map((row) => toProvince(row.gso_code, row.name_vi, row.type_2022, row.region_6_pre2025));
}

/** The 63 provinces of 30 June 2025. */
export function provincesOf2025(rows: readonly OldProvinceRow[]): MappedUnit[] {
  return rows.map((row) => toProvince(row.gso_code, row.name_2025_06_30, row.type_2025_06_30, row.region_6_pre2025));
}

/** The 34 provinces of 1 July 2025, in the regions of their predecessors. */
export function provincesOfMerger(rows: readonly NewProvinceRow[], old: readonly OldProvinceRow[]): MappedUnit[] {
  return rows.map((row) => toProvince(row.gso_code, row.name_vi, row.type_2025_07_01, regionOfSuccessor(row, old)));
}

/** The 34 provinces of 5 October 2025, in the regions of NQ 306/NQ-CP. */
export function provincesOfNewRegions(rows: readonly NewProvinceRow[]): MappedUnit[] {
  return rows.map((row) => toProvince(row.gso_code, row.name_vi, row.type_2025_07_01, row.region_6_nq306_2025));
}

/** The 34 provinces of 30 April 2026. */
export function provincesOf2026(rows: readonly NewProvinceRow[]): MappedUnit[] {
  return rows.map((row) => toProvince(row.gso_code, row.name_vi, row.type_2026_04_30, row.region_6_nq306_2025));
}

/** Null where the predecessors lay in several regions: until NQ 306/NQ-CP nothing placed such a province. */
function regionOfSuccessor(row: NewProvinceRow, old: readonly OldProvinceRow[]): string | null {
  const codes = row.predecessor_codes.split(' ');
  const regions = new Set(old.filter((one) => codes.includes(one.gso_code)).map((one) => one.region_6_pre2025));
  const [region] = regions;
  return regions.size === 1 && region !== undefined ? region : null;
}

function toProvince(code: string, name: string, type: string, regionVi: string | null): MappedUnit {
  const kind = PROVINCE_KINDS[type];
  if (!kind) throw new Error(`province ${code} ${name}: expected a type of province, found "${type}"`);
  const parentKey = unitKey(COUNTRY.level, COUNTRY.code);
  return { level: 'PROVINCE', code, ...composeNames(kind, name), parentKey, regionVi };
}
