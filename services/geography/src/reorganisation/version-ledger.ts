import type { ReferenceGeography, SuccessionLink, Unit, UnitVersion } from '../reference/reference-geography';
import type { Patch } from './attribute-plan';
import { compareLinks, compareUnits } from './geography-order';
import type { Fault } from './reorganisation';
import type { PlacedLink } from './succession-plan';

/** What was written; nothing of it where the file had been applied before. */
export interface Effects {
  ended: UnitVersion[];
  begun: UnitVersion[];
  changed: { before: UnitVersion; after: UnitVersion }[];
  links: SuccessionLink[];
}

/**
 * Writes into copies of the lists. What already stands there as wanted stays; what stands there otherwise is a fault, so
 * that a file can come twice and two files of one day can come in either order.
 */
export class VersionLedger {
  readonly effects: Effects = { ended: [], begun: [], changed: [], links: [] };
  readonly faults: Fault[] = [];
  private readonly units: Map<string, Unit>;
  private readonly versions = new Map<string, UnitVersion[]>();
  private readonly links: Map<string, SuccessionLink>;
  /** As given, by predecessor: what an earlier run of the file, or another file of the day, wrote. */
  private readonly successorsOfDay = new Map<string, string[]>();

  constructor(
    private readonly geography: ReferenceGeography,
    private readonly day: string,
    private readonly dayBefore: string,
  ) {
    this.units = new Map(geography.units.map((unit) => [unit.id, unit]));
    this.links = new Map(geography.links.map((link) => [linkKey(link), link]));
    for (const { predecessorId, successorId, effectiveOn } of geography.links) {
      if (effectiveOn !== day) continue;
      this.successorsOfDay.set(predecessorId, [...(this.successorsOfDay.get(predecessorId) ?? []), successorId]);
    }
    for (const version of geography.versions) {
      const known = this.versions.get(version.unitId);
      if (known) known.push(version);
      else this.versions.set(version.unitId, [version]);
    }
  }

  /** Ends the unit on the day, or finds it ended with the same successors. */
  end(unitId: string, successorIds: readonly string[], place: string): void {
    const versions = this.versions.get(unitId) ?? [];
    const last = versions.at(-1);
    if (!last) return;
    // a version that begins later, or an end on this or another day
    const later = [last.validFrom, last.validTo].find((day) => day !== null && day >= this.day);
    if (!later) {
      const ended = { ...last, validTo: this.day };
      this.versions.set(unitId, [...versions.slice(0, -1), ended]);
      this.effects.ended.push(ended);
      return;
    }
    const known = this.successorsOfDay.get(unitId) ?? [];
    const isDone = last.validTo === this.day && [...known].sort().join() === [...successorIds].sort().join();
    if (!isDone) this.refuse(place, unitId, last, later);
  }

  begin(unit: Unit, version: UnitVersion, place: string): void {
    const [known] = this.versions.get(unit.id) ?? [];
    if (known) {
      if (!isSame(known, version)) this.refuse(place, unit.id, known, this.day);
      return;
    }
    this.units.set(unit.id, unit);
    this.versions.set(unit.id, [version]);
    this.effects.begun.push(version);
  }

  change({ unit, attributes, place }: Patch): void {
    const versions = this.versions.get(unit.unitId) ?? [];
    const before = versions.find(({ validFrom, validTo }) => isIn(this.dayBefore, validFrom, validTo));
    const on = versions.find(({ validFrom, validTo }) => isIn(this.day, validFrom, validTo));
    if (!before || !on) {
      this.refuse(place, unit.unitId, unit, this.day);
      return;
    }
    const wanted = { ...on, ...attributes };
    if (isSame(on, wanted)) return;
    const names = Object.keys(attributes) as (keyof typeof attributes)[];
    // another file of the same day may have changed the other attributes, not these
    const contradiction = names.some((name) => on[name] !== before[name] && on[name] !== attributes[name]);
    if (contradiction || on.validTo !== null) {
      this.refuse(place, unit.unitId, on, on.validTo ?? this.day);
      return;
    }
    const after = { ...wanted, validFrom: this.day };
    const closed = on === before ? [{ ...before, validTo: this.day }] : [];
    this.versions.set(unit.unitId, [...versions.slice(0, -1), ...closed, after]);
    this.effects.changed.push({ before: on, after });
  }

  follow({ place, ...link }: PlacedLink): void {
    const key = linkKey(link);
    const known = this.links.get(key);
    if (!known) {
      this.links.set(key, link);
      this.effects.links.push(link);
    } else if (known.kind !== link.kind || known.isMain !== link.isMain) {
      const message = `${link.predecessorId} → ${link.successorId} is already another link of ${known.effectiveOn} (${known.decision ?? 'no decision'}); correct the file`;
      this.faults.push({ place, message });
    }
  }

  /** The lists in the order of the reference: level, code, time. The same object where nothing was written. */
  close(): ReferenceGeography {
    if (Object.values(this.effects).every((list) => list.length === 0)) return this.geography;
    const units = [...this.units.values()].sort(compareUnits);
    const versions = units.flatMap((unit) => this.versions.get(unit.id) ?? []);
    return { ...this.geography, units, versions, links: [...this.links.values()].sort(compareLinks) };
  }

  private refuse(place: string, unitId: string, version: Pick<UnitVersion, 'fullNameVi'>, day: string): void {
    const what = `${unitId} "${version.fullNameVi}" already changes otherwise on ${day}`;
    const remedy =
      day === this.day ? 'put both changes into one file' : 'apply reorganisations in the order of their days';
    this.faults.push({ place, message: `${what}; ${remedy}` });
  }
}

function isIn(day: string, from: string | null, to: string | null): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

/** By the names in force, not by their print. */
function isSame(a: UnitVersion, b: UnitVersion): boolean {
  return a.kind === b.kind && a.fullNameVi === b.fullNameVi && a.parentId === b.parentId;
}

/** A unit may give a part to another on one day and go into it on another. */
function linkKey({ predecessorId, successorId, effectiveOn }: SuccessionLink): string {
  return [predecessorId, successorId, effectiveOn].join();
}
