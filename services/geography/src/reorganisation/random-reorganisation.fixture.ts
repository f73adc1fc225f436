import { dayBefore } from '@tieuchi/subgraph-kit';
import type { ReferenceGeography } from '../reference/reference-geography';
import { DayMap, type UnitOnDay } from './day-map';
import type { Reorganisation } from './reorganisation';
import { sampleReorganisation } from './sample-geography.fixture';

type Changes = Parameters<typeof sampleReorganisation>[0][number][];

const PART_KINDS = ['PARTIAL', 'PARTIAL_AREA_ONLY', 'PARTIAL_AREA_ALL_POPULATION', 'PARTIAL_POPULATION'] as const;

/** Draws one of `n` numbers; the property tests decide which. */
export type Draw = (n: number) => number;

export interface Scope {
  day: string;
  /** Only communes of these provinces, by code, change, and none leaves them; null for all, provinces included. */
  provinceCodes: readonly string[] | null;
  /** First of the new codes, which must be free. */
  firstCode: number;
}

/** A valid reorganisation of the communes (and sometimes of two provinces) on the map of the day before. */
export function drawReorganisation(geography: ReferenceGeography, scope: Scope, draw: Draw): Reorganisation {
  const map = new DayMap(geography, dayBefore(scope.day));
  const provinces = map.units.filter((unit) => unit.level === 'PROVINCE');
  const chosen = provinces.filter(({ code }) => scope.provinceCodes?.includes(code) ?? true);
  const codes = new Map(provinces.map((unit) => [unit.unitId, unit.code]));
  const changes: Changes = [];
  if (scope.provinceCodes === null && draw(3) === 0) changes.push(...drawProvinceChange(provinces, codes, scope, draw));
  let nextCode = scope.firstCode;
  const newCode = () => String(nextCode++).padStart(5, '0');
  for (const { unitId } of chosen) {
    const communes = map.childrenOf(unitId).filter((unit) => unit.level === 'COMMUNE');
    const others = scope.provinceCodes === null ? [...new Set(codes.values())] : [];
    changes.push(...drawCommuneChanges(communes, { parentCode: codes.get(unitId) ?? '', others, newCode, draw }));
  }
  return sampleReorganisation(changes, scope.day, `${scope.firstCode}/NQ`);
}

/** The first two provinces merge, or the first is re-coded; `codes` follows. */
function drawProvinceChange(
  [one, two]: readonly UnitOnDay[],
  codes: Map<string, string>,
  { firstCode }: Scope,
  draw: Draw,
): Changes {
  const code = String(firstCode).slice(0, 2);
  if (one) codes.set(one.unitId, code);
  if (!one || !two || draw(2) === 0) {
    return one ? [{ change: 'RECODE', level: 'PROVINCE', code: one.code, newCode: code }] : [];
  }
  codes.set(two.unitId, code);
  const into = { code, fullName: draw(2) ? `Tỉnh N${code}` : `Thành phố N${code}` };
  return [{ change: 'MERGE', level: 'PROVINCE', from: [one.code, two.code], into }];
}

interface Surroundings {
  parentCode: string;
  /** Codes of all provinces of the day; empty where no commune may move. */
  others: readonly string[];
  newCode: () => string;
  draw: Draw;
}

function drawCommuneChanges(communes: readonly UnitOnDay[], around: Surroundings): Changes {
  const { draw, newCode, parentCode } = around;
  const changes: Changes = [];
  const waiting = [...communes];
  const level = 'COMMUNE' as const;
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    const merged = draw(3) === 0 ? waiting.splice(0, 1 + draw(3)) : [];
    if (merged.length > 0) {
      const code = draw(4) === 0 ? unit.code : newCode();
      const into = { code, fullName: `${draw(2) ? 'Xã' : 'Phường'} M${code}`, parentCode };
      changes.push({ change: 'MERGE', level, from: [unit, ...merged].map((one) => one.code), into });
    } else changes.push(...drawSingleChange(unit, around));
  }
  return changes;
}

function drawSingleChange(
  { code, kind, nameVi }: UnitOnDay,
  { draw, newCode, parentCode, others }: Surroundings,
): Changes {
  const unit = { level: 'COMMUNE', code } as const;
  const other = others[draw(others.length || 1)];
  switch (draw(6)) {
    case 0: {
      const keeps = draw(2) === 0;
      const main = keeps ? 0 : draw(3);
      const into = [0, 1, 2].map((place) => {
        if (keeps && place === 0) return { code, isMain: true };
        const partCode = newCode();
        const link = PART_KINDS[draw(4)];
        return { code: partCode, fullName: `Xã S${partCode}`, parentCode, link, isMain: main === place };
      });
      return [{ change: 'SPLIT', ...unit, into }];
    }
    case 1:
      return [{ change: 'RENAME', ...unit, fullName: `${kind === 'WARD' ? 'Phường' : 'Xã'} ${nameVi}a` }];
    case 2:
      return [{ change: 'RETYPE', ...unit, fullName: `${kind === 'WARD' ? 'Xã' : 'Phường'} ${nameVi}` }];
    case 3:
      return [{ change: 'RECODE', ...unit, newCode: newCode() }];
    case 4:
      return other && other !== parentCode ? [{ change: 'MOVE', ...unit, parentCode: other }] : [];
    default:
      return [];
  }
}
