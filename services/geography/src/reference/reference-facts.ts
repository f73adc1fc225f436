import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvTable } from './csv-table';
import type { PackagePatch } from './package-patch';
import type { MapState, Region } from './reference-geography';

const FOLDER = join(__dirname, '../../data');

const OLD_PROVINCE_COLUMNS = [
  'gso_code',
  'name_vi',
  'type_2022',
  'type_2025_06_30',
  'name_2025_06_30',
  'region_6_pre2025',
  'successor_code',
] as const;
const NEW_PROVINCE_COLUMNS = [
  'gso_code',
  'name_vi',
  'type_2025_07_01',
  'type_2026_04_30',
  'region_6_nq306_2025',
  'predecessor_codes',
] as const;
const PATCH_COLUMNS = ['package', 'state', 'level', 'op', 'code', 'from', 'to', 'parent'] as const;
const SUCCESSOR_PATCH_COLUMNS = ['predecessor_code', 'from', 'to'] as const;
const SPECIAL_ZONE_COLUMNS = ['district_code', 'special_zone_code'] as const;
const ALIAS_COLUMNS = ['level', 'code', 'alias', 'valid_from'] as const;

/** A row of `provinces-63.csv`, as the columns are called there. */
export type OldProvinceRow = Record<(typeof OLD_PROVINCE_COLUMNS)[number], string>;
/** A row of `provinces-34.csv`; `predecessor_codes` are separated by spaces. */
export type NewProvinceRow = Record<(typeof NEW_PROVINCE_COLUMNS)[number], string>;
/** Sets the main successor of a commune; `from` is what the package says, empty where it says nothing. */
export type SuccessorPatch = Record<(typeof SUCCESSOR_PATCH_COLUMNS)[number], string>;
export type SpecialZoneRow = Record<(typeof SPECIAL_ZONE_COLUMNS)[number], string>;
export type AliasRow = Record<(typeof ALIAS_COLUMNS)[number], string>;

/** A province that changed between two loaded states on a day that is known: it is then as in the next state. */
export interface DatedProvinceChange {
  day: string;
  provinceCode: string;
  decision: string;
}

/** What the project keeps itself, in `data/`. */
export interface ReferenceFacts {
  states: MapState[];
  datedProvinceChanges: DatedProvinceChange[];
  oldProvinces: OldProvinceRow[];
  newProvinces: NewProvinceRow[];
  regions: Region[];
  packagePatches: PackagePatch[];
  successorPatches: SuccessorPatch[];
  specialZones: SpecialZoneRow[];
  aliases: AliasRow[];
}

/** @throws Error when a file is missing or does not have the columns expected. */
export function readReferenceFacts(): ReferenceFacts {
  const map: Pick<ReferenceFacts, 'states' | 'datedProvinceChanges'> = readJson('map-states.json');
  return {
    ...map,
    oldProvinces: readCsvTable(join(FOLDER, 'provinces-63.csv'), OLD_PROVINCE_COLUMNS),
    newProvinces: readCsvTable(join(FOLDER, 'provinces-34.csv'), NEW_PROVINCE_COLUMNS),
    regions: readRegions(),
    packagePatches: readCsvTable(join(FOLDER, 'package-patches.csv'), PATCH_COLUMNS),
    successorPatches: readCsvTable(join(FOLDER, 'successor-patches.csv'), SUCCESSOR_PATCH_COLUMNS),
    specialZones: readCsvTable(join(FOLDER, 'special-zones.csv'), SPECIAL_ZONE_COLUMNS),
    aliases: readCsvTable(join(FOLDER, 'code-aliases.csv'), ALIAS_COLUMNS),
  };
}

/** Both systems of regions, in the order in which official lists name them. */
export function readRegions(): Region[] {
  type Period = Pick<Region, 'validFrom' | 'validTo' | 'decision'>;
  const systems: (Period & { regions: Omit<Region, keyof Period>[] })[] = readJson('regions.json');
  return systems.flatMap(({ regions, ...period }) => regions.map((region) => ({ ...region, ...period })));
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Content;
}
