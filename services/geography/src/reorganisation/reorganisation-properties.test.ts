import fc from 'fast-check';
import type { ReferenceGeography, UnitKind, UnitVersion } from '../reference/reference-geography';
import { applyReorganisation } from './apply-reorganisation';
import { parseReorganisation } from './parse-reorganisation';
import { type Draw, drawReorganisation } from './random-reorganisation.fixture';
import type { Reorganisation } from './reorganisation';
import type { KindTotals, ReorganisationReport } from './reorganisation-report';
import { sampleGeography } from './sample-geography.fixture';

const DAYS = ['2027-01-01', '2027-01-02', '2029-06-01'] as const;
const draws = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 100 });
const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 4 });

interface Step {
  before: ReferenceGeography;
  reorganisation: Reorganisation;
  after: ReferenceGeography;
  report: ReorganisationReport;
}

/** @throws Error with the faults, which a drawn reorganisation must not have, neither in its form. */
function apply(onto: ReferenceGeography, reorganisation: Reorganisation): Step {
  if (reorganisation.changes.length > 0) {
    const changes = reorganisation.changes.map(({ place, ...change }) => change);
    expect(parseReorganisation(JSON.stringify({ ...reorganisation, changes })).faults).toBeUndefined();
  }
  const result = applyReorganisation(onto, reorganisation);
  if (result.faults) throw new Error(JSON.stringify(result.faults, null, 1));
  return { before: onto, reorganisation, after: result.geography, report: result.report };
}

/** The numbers again and again. */
function drawFrom(numbers: readonly number[]): Draw {
  let place = 0;
  return (n) => (numbers[place++ % numbers.length] ?? 0) % n;
}

/** Three reorganisations, one after the other. */
function enact(counts: readonly number[], numbers: readonly number[]): Step[] {
  const draw = drawFrom(numbers);
  let geography = sampleGeography(counts);
  return DAYS.map((day, place) => {
    const scope = { day, provinceCodes: null, firstCode: 30_000 + place * 10_000 };
    const step = apply(geography, drawReorganisation(geography, scope, draw));
    geography = step.after;
    return step;
  });
}

function forAnyHistory(check: (steps: Step[], counts: readonly number[]) => void): void {
  fc.assert(fc.property(sizes, draws, (counts, numbers) => check(enact(counts, numbers), counts)));
}

/** Written apart from the code under test. */
function heldOn(day: string, { versions }: ReferenceGeography): UnitVersion[] {
  return versions.filter((one) => (one.validFrom ?? '0') <= day && (one.validTo === null || one.validTo > day));
}

function lastStep(steps: readonly Step[]): Step {
  return steps[steps.length - 1] as Step;
}

describe('any valid reorganisations', () => {
  test('leave each unit one version and one valid parent on each day, and each code one unit', () => {
    forAnyHistory((steps) => {
      const { after } = lastStep(steps);
      const codes = new Map(after.units.map(({ id, level, code }) => [id, `${level} ${code}`]));
      for (const day of ['2026-12-31', ...DAYS, '2027-12-31', '2040-01-01']) {
        const held = heldOn(day, after);
        const ids = new Set(held.map((version) => version.unitId));
        expect(ids.size).toBe(held.length);
        expect(new Set(held.map((version) => codes.get(version.unitId))).size).toBe(held.length);
        const orphans = held.filter(({ unitId, parentId }) => unitId !== 'VN' && !ids.has(parentId ?? ''));
        expect(orphans).toEqual([]);
      }
    });
  });

  test('give each unit that ends one main successor, and successors that hold on the day', () => {
    forAnyHistory((steps) => {
      for (const { reorganisation, after } of steps) {
        const day = reorganisation.effectiveOn;
        const held = new Set(heldOn(day, after).map((version) => version.unitId));
        const endedIds = new Set(after.versions.filter(({ validTo }) => validTo === day).map(({ unitId }) => unitId));
        for (const id of [...endedIds].filter((one) => !held.has(one))) {
          const links = after.links.filter((link) => link.predecessorId === id);
          // parts that it gave away earlier, while it went on, are no main successors
          expect(links.filter((link) => link.isMain).map((link) => link.effectiveOn)).toEqual([day]);
          const fresh = links.filter((link) => link.effectiveOn === day);
          expect(fresh.filter((link) => !held.has(link.successorId))).toEqual([]);
        }
      }
    });
  });

  test('reconcile by kind: before, less what ended, plus what began, with what changed its kind', () => {
    forAnyHistory((steps) => {
      for (const { report } of steps) {
        const expected: KindTotals = { ...report.totalsBefore };
        const add = (kind: UnitKind, sign: number) => {
          expected[kind] = (expected[kind] ?? 0) + sign;
          if (expected[kind] === 0) delete expected[kind];
        };
        for (const { kind } of report.ended) add(kind, -1);
        for (const { kind } of report.begun) add(kind, 1);
        for (const { before } of report.changed) add(before.kind, -1);
        for (const { after } of report.changed) add(after.kind, 1);
        expect(report.totalsAfter).toEqual(expected);
      }
    });
  });

  test('change nothing the second time, in whatever order the files come again', () => {
    forAnyHistory((steps) => {
      const { after } = lastStep(steps);
      for (const { reorganisation } of [...steps].reverse()) {
        const again = apply(after, reorganisation);
        expect(again.after).toBe(after);
        expect(again.report.changesNothing).toBe(true);
      }
    });
  });

  test('do not touch the geography that they are given', () => {
    forAnyHistory((steps, counts) => {
      expect(steps[0]?.before).toEqual(sampleGeography(counts));
      for (const { before, reorganisation, after } of steps) expect(apply(before, reorganisation).after).toEqual(after);
    });
  });

  test.each([
    ['the same day', DAYS[0], DAYS[0]],
    ['two days', DAYS[0], DAYS[2]],
  ])('that concern other provinces give the same in either order, on %s', (_, firstDay, secondDay) => {
    fc.assert(
      fc.property(sizes, draws, (counts, numbers) => {
        const draw = drawFrom(numbers);
        const geography = sampleGeography(counts);
        const one = drawReorganisation(geography, { day: firstDay, provinceCodes: ['01'], firstCode: 30_000 }, draw);
        const two = drawReorganisation(geography, { day: secondDay, provinceCodes: ['02'], firstCode: 40_000 }, draw);
        // an empty file is refused by its form
        fc.pre(one.changes.length > 0 && two.changes.length > 0);
        const forth = apply(apply(geography, one).after, two).after;
        const back = apply(apply(geography, two).after, one).after;
        expect(forth).toEqual(back);
      }),
    );
  });

  test('do not depend on the order of the changes in the file', () => {
    forAnyHistory((steps) => {
      for (const { before, reorganisation, after } of steps) {
        const reversed = { ...reorganisation, changes: [...reorganisation.changes].reverse() };
        expect(apply(before, reversed).after).toEqual(after);
      }
    });
  });
});
