import { LANGUAGES, type LanguageCode, parseAddress } from '../address/address';

/** The parts of the work page. */
export const WORK_TABS = ['queue', 'import', 'books'] as const;
export type WorkTab = (typeof WORK_TABS)[number];

/** What a list of work may be narrowed to, as it stands in the address. */
export const WORK_REASONS = [
  'NOT_STARTED',
  'IN_DRAFT',
  'AWAITING_APPRAISAL',
  'RETURNED',
  'ITEM_UNKNOWN',
  'NO_COMPARABLE_PREVIOUS_YEAR',
  'WINDOW_OPEN',
] as const;
export type WorkReason = (typeof WORK_REASONS)[number];

/** All that decides what the work page shows; never who looks at it. */
export interface WorkAddress {
  readonly tab: WorkTab;
  /** Code of the commune whose form is open; null: the list. */
  readonly unit: string | null;
  /** Code of the province whose books are shown, where the reader has several. */
  readonly province: string | null;
  /** True: all work in the reader's part of the country, not only what waits for them. */
  readonly all: boolean;
  readonly reason: WorkReason | null;
  readonly indicator: string | null;
  readonly year: number | null;
  readonly language: LanguageCode;
}

/** @param search as browsers have it; what cannot be is as if it were not there */
export function parseWorkAddress(search: string): WorkAddress {
  const said = new URLSearchParams(search);
  const { indicator, year, language } = parseAddress(search);
  const code = (name: string, pattern: RegExp) => {
    const value = said.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  return {
    tab: WORK_TABS.find((tab) => tab === said.get('tab')) ?? 'queue',
    unit: code('unit', /^\d{5}$/),
    province: code('province', /^\d{2}$/),
    all: said.get('all') === '1',
    reason: WORK_REASONS.find((reason) => reason === said.get('reason')) ?? null,
    indicator,
    year,
    language,
  };
}

/** @returns the address of the page; `parseWorkAddress` gives the same back */
export function workHref(address: WorkAddress, change: Partial<WorkAddress> = {}): string {
  const { tab, unit, province, all, reason, indicator, year, language } = { ...address, ...change };
  const fields: Record<string, string | null> = {
    tab: tab === 'queue' ? null : tab,
    unit,
    province,
    all: all ? '1' : null,
    reason,
    indicator,
    year: year === null ? null : String(year),
    lang: language === LANGUAGES[0] ? null : language,
  };
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = new URLSearchParams(entries).toString().replaceAll('%2F', '/');
  return search === '' ? '/work' : `/work?${search}`;
}
