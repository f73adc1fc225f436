import fc from 'fast-check';

/** One assessment year of a unit. */
export interface DrawnYear {
  readonly year: number;
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly origin: (typeof ORIGINS)[number];
}

/** A unit with all that decides where it stands; `percent` is null without a target. */
export interface DrawnUnit {
  readonly year: number;
  readonly today: string;
  readonly percent: string | null;
  readonly due: string;
  readonly baselineYear: number;
  readonly years: readonly DrawnYear[];
}

const ORIGINS = ['RECORDED', 'REPORTED', 'PUBLISHED', 'SYNTHETIC', 'MIXED'] as const;
const YEARS = [2020, 2021, 2022, 2023, 2024, 2025, 2026];

const percent = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('99', '100', '50', '60', '25', '80', '87.5', '0') },
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => String(hundredths / 100)) },
  { weight: 1, arbitrary: fc.constant(null) },
);
/** From single communes to more than the country has; few of the small ones are enough to meet every edge. */
const population = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 6, arbitrary: fc.integer({ min: 13, max: 400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 401, max: 20_000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
/** Some years are entirely unknown; else each outcome of the unknowns is tried, so there are not too many. */
const unknowns = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
);
const origin = fc.oneof({ weight: 5, arbitrary: fc.constant('RECORDED' as const) }, fc.constantFrom(...ORIGINS));
/** A share of what the target asks, in thousandths, and so many units more or less. */
const place = fc.record({
  share: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 500, max: 1_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_200 }) },
    { weight: 1, arbitrary: fc.constant(1_000) },
  ),
  off: fc.integer({ min: -3, max: 1 }),
});

interface Draw {
  readonly total: number;
  readonly unknown: number;
  readonly place: { readonly share: number; readonly off: number };
  readonly origin: DrawnYear['origin'];
  readonly isThere: boolean;
}

const yearDraw: fc.Arbitrary<Draw> = fc.record({
  total: population,
  unknown: unknowns,
  place,
  origin,
  isThere: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth > 0),
});

/** Most units have one population and one origin over the years, and are asked about on the way, as real ones are. */
const anyUnit: fc.Arbitrary<DrawnUnit> = fc
  .record({
    baselineYear: fc.constantFrom(2021, 2022),
    elapsed: fc.constantFrom(-1, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4),
    inAll: fc.constantFrom(0, 1, 3, 3, 3, 4, 4, 4, 6),
    dueDay: fc.constantFrom('12-31', '06-30'),
    daysAfterDue: fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -900, max: 900 })),
    percent,
    isOneOrigin: fc.integer({ min: 0, max: 7 }).map((eighth) => eighth > 0),
    isOnePopulation: fc.boolean(),
    draws: fc.array(yearDraw, { minLength: YEARS.length, maxLength: YEARS.length }),
  })
  .map(({ baselineYear, elapsed, inAll, dueDay, daysAfterDue, percent, isOneOrigin, isOnePopulation, draws }) => {
    const [first] = draws as [Draw];
    const years = draws.flatMap((draw, index) => {
      const same = { ...(isOneOrigin && { origin: first.origin }), ...(isOnePopulation && { total: first.total }) };
      return draw.isThere ? [yearOf(YEARS[index] as number, { ...draw, ...same }, percent)] : [];
    });
    const due = `${baselineYear + inAll}-${dueDay}`;
    return { year: baselineYear + elapsed, today: dayAfter(due, daysAfterDue), percent, due, baselineYear, years };
  });

/** Where one class of pace ends and the next begins: 100 units that gained exactly none, half or all of what was needed. */
const unitOnTheLine: fc.Arbitrary<DrawnUnit> = fc
  .record({
    target: fc.constantFrom(60, 80, 99),
    elapsed: fc.integer({ min: 1, max: 3 }),
    pace: fc.integer({ min: 1, max: 3 }),
    halves: fc.integer({ min: 0, max: 2 }),
    off: fc.integer({ min: -1, max: 1 }),
  })
  .map(({ target, elapsed, pace, halves, off }) => {
    const baseline = target - 4 * 2 * pace;
    const met = baseline + halves * pace * elapsed + off;
    const yearOf = (year: number, met: number) =>
      ({ year, met, notMet: 100 - met, unknown: 0, origin: 'RECORDED' }) as const;
    const years = [yearOf(2021, baseline), yearOf(2021 + elapsed, met)];
    const due = '2025-12-31';
    return { year: 2021 + elapsed, today: due, percent: String(target), due, baselineYear: 2021, years };
  });

function yearOf(year: number, { total, unknown: most, place, origin }: Draw, target: string | null): DrawnYear {
  const unknown = Math.min(most, total);
  const met = Math.round((Number(target ?? '99') * total * place.share) / 100_000) + place.off;
  const placed = Math.max(0, Math.min(met, total - unknown));
  return { year, met: placed, notMet: total - unknown - placed, unknown, origin };
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const randomUnit = fc.oneof({ weight: 19, arbitrary: anyUnit }, { weight: 1, arbitrary: unitOnTheLine });

export function drawUnits(count: number, seed: number): DrawnUnit[] {
  // unbiased: fast-check else prefers the smallest of everything, and half of the units would have no year to speak of
  return fc.sample(randomUnit, { numRuns: count, seed, unbiased: true });
}
