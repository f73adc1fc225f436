/** A level of the hierarchy. Districts exist until 30 June 2025 only. */
export type Level = 'COUNTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

/** What a unit is called in law. A municipal city lies under a centrally-run city, a provincial city under a province. */
export type UnitKind =
  | 'COUNTRY'
  | 'PROVINCE'
  | 'CENTRALLY_RUN_CITY'
  | 'URBAN_DISTRICT'
  | 'RURAL_DISTRICT'
  | 'TOWN'
  | 'PROVINCIAL_CITY'
  | 'MUNICIPAL_CITY'
  | 'RURAL_COMMUNE'
  | 'WARD'
  | 'TOWNSHIP'
  | 'SPECIAL_ZONE';

/** An identity: level, code and the day from which it holds, which `id` spells out (`C-00004-20250701`). */
export interface Unit {
  id: string;
  level: Level;
  code: string;
}

/**
 * What a unit was like from `validFrom` (inclusive) to `validTo` (exclusive), both ISO days.
 * `validFrom` is null where the first loaded state already has the version, `validTo` where it is still in force.
 */
export interface UnitVersion {
  unitId: string;
  kind: UnitKind;
  nameVi: string;
  nameEn: string;
  fullNameVi: string;
  fullNameEn: string;
  /** The full name as the source prints it, where normalising changed it. */
  printedName: string | null;
  parentId: string | null;
  /** Provinces only; null also where a province of 1 July 2025 joins several of the older regions, until 5 October 2025. */
  regionVi: string | null;
  validFrom: string | null;
  validTo: string | null;
}

export type SuccessionKind =
  | 'UNCHANGED'
  | 'RENAMED_OR_RETYPED'
  | 'WHOLE'
  | 'PARTIAL'
  | 'PARTIAL_AREA_ONLY'
  | 'PARTIAL_AREA_ALL_POPULATION'
  | 'PARTIAL_POPULATION';

/** `kind` is null where only the conversion table of the statistics office would tell it. */
export interface SuccessionLink {
  predecessorId: string;
  successorId: string;
  kind: SuccessionKind | null;
  effectiveOn: string;
  decision: string | null;
  isMain: boolean;
}

/** Numbers of units of one day; `communes` counts all commune-level units, the four below it by kind. */
export interface MapTotals {
  provinces: number;
  districts: number;
  communes: number;
  wards: number;
  townships: number;
  ruralCommunes: number;
  specialZones: number;
}

/** A loaded state of the map: exact from `day` to `exactUntil` (inclusive; null: until further notice). */
export interface MapState {
  day: string;
  exactUntil: string | null;
  totals: MapTotals;
  decision: string | null;
}

/** A region under one of the two systems; the same name under the other system is another region. */
export interface Region {
  nameVi: string;
  nameEn: string;
  provinceCount: number;
  validFrom: string | null;
  validTo: string | null;
  decision: string | null;
}

/** A second code under which other documents print a unit. */
export interface CodeAlias {
  unitId: string;
  code: string;
}

/** From when on a source names every link of the units of that level, splits included, and not main successors only. */
export interface CompleteLineage {
  effectiveOn: string;
  level: Level;
  source: string;
}

export interface ReferenceGeography {
  states: MapState[];
  units: Unit[];
  versions: UnitVersion[];
  links: SuccessionLink[];
  regions: Region[];
  aliases: CodeAlias[];
  /** None where it is missing: below the province only main successors are known. */
  completeLineage?: CompleteLineage[];
}
