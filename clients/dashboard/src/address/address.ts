import { dayOf, typedDayOf } from './day';

/** How a view of the parts is drawn. */
export const PICTURE_TABS = ['map', 'bars', 'years', 'table'] as const;

/** What else is looked at of a place, in the place of a picture. */
export const PANEL_TABS = ['quota', 'wards', 'changes', 'regressions', 'reconciliation'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export const TABS = [...PICTURE_TABS, ...PANEL_TABS] as const;
export type Tab = (typeof TABS)[number];

export const LANGUAGES = ['vi', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Quick filters of a table. */
export const ROW_FILTERS = [
  'not-met',
  'one-missing',
  'unsent',
  'returned',
  'late',
  'unknown',
  'short',
  'undecided',
  'not-counted',
  'revoked',
  'flagged',
] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** What bars stand together by. */
export const GROUPINGS = ['verdict', 'region'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a table lists of a province: its districts or its communes. */
export const ROW_KINDS = ['districts', 'communes'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Whether units of a quota rule stand on the rule's own map, or are grouped on a later one. */
export const READINGS = ['own', 'carried'] as const;
export type Reading = (typeof READINGS)[number];

/**
 * All that decides what the page shows, as it stands in the address. Null is what nobody chose: the page then takes what
 * `resolveQuestion` says, never what the clock says.
 */
export interface Address {
  readonly programme: string | null;
  readonly indicator: string | null;
  /** The assessment year. */
  readonly year: number | null;
  /** The day whose map groups the answer. */
  readonly map: string | null;
  /** The day by whose end it was recorded. */
  readonly known: string | null;
  /** What was typed in the place of that day and is none: kept, so that the form can say so. */
  readonly knownTyped: string | null;
  /** Code of a unit on that map: "VN", two digits of a province, three of a district, five of a commune. */
  readonly place: string;
  /** Id of a region. */
  readonly region: string | null;
  readonly tab: Tab;
  readonly language: LanguageCode;
  readonly group: Grouping;
  readonly rows: RowKind | null;
  /** A column of the table, with "-" before it where it falls. */
  readonly sort: string | null;
  /** Text that names are searched for. */
  readonly find: string;
  readonly only: RowFilter | null;
  /** Id of a quota rule. */
  readonly rule: string | null;
  readonly reading: Reading;
  /** A ward whose scorecard is open: its code on the map of the page, or with `@DAY` on that of another day. */
  readonly ward: string | null;
  /** Of the table, from 1. */
  readonly page: number;
}

export const START: Address = {
  programme: null,
  indicator: null,
  year: null,
  map: null,
  known: null,
  knownTyped: null,
  place: 'VN',
  region: null,
  tab: 'map',
  language: 'vi',
  group: 'verdict',
  rows: null,
  sort: null,
  find: '',
  only: null,
  rule: null,
  reading: 'own',
  ward: null,
  page: 1,
};

const NAME = /^[\w./-]{1,60}$/;
const PLACE = /^(VN|\d{2}|\d{3}|\d{5})$/;
const FIND_LENGTH = 100;

/** @param search as browsers have it, with or without its question mark; what cannot be is as if it were not there */
export function parseAddress(search: string): Address {
  const said = new URLSearchParams(search);
  const text = (name: string, pattern: RegExp) => {
    const value = said.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  const year = text('year', /^\d{4}$/);
  return {
    programme: text('programme', NAME),
    indicator: text('indicator', NAME),
    year: year === null ? null : Number(year),
    map: dayOf(said.get('map')),
    known: typedDayOf(said.get('known')),
    knownTyped: typedDayOf(said.get('known')) === null ? text('known', /^.{1,20}$/su) : null,
    place: text('place', PLACE) ?? START.place,
    region: text('region', /^.{1,100}$/su),
    tab: oneOf(TABS, said.get('tab')) ?? START.tab,
    language: oneOf(LANGUAGES, said.get('lang')) ?? START.language,
    group: oneOf(GROUPINGS, said.get('group')) ?? START.group,
    rows: oneOf(ROW_KINDS, said.get('rows')),
    sort: text('sort', /^-?[a-zA-Z]{1,30}$/),
    find: (said.get('find') ?? '').trim().slice(0, FIND_LENGTH).trim(),
    only: oneOf(ROW_FILTERS, said.get('only')),
    rule: text('rule', NAME),
    reading: oneOf(READINGS, said.get('reading')) ?? START.reading,
    ward: wardOf(said.get('ward')),
    page: Number(text('page', /^[1-9]\d{0,3}$/) ?? START.page),
  };
}

/** @returns the search part of the address, "" or with its question mark; `parseAddress` gives the address back */
export function printAddress(address: Address): string {
  const search = new URLSearchParams(addressFields(address)).toString();
  // colons and slashes may stand in a search as they are, and an address that people send should be read by them
  return search === '' ? '' : `?${search.replaceAll('%2F', '/').replaceAll('%40', '@')}`;
}

/** What stands in the address by name: for forms, which send some of it anew. What is as at the start is left out. */
export function addressFields(address: Address): [string, string][] {
  const { language, page, year, known, knownTyped, ...rest } = address;
  const all: Record<string, string | null> = {
    ...rest,
    known: known ?? knownTyped,
    year: year === null ? null : String(year),
    lang: language,
    page: String(page),
  };
  const start: Record<string, unknown> = { ...START, lang: START.language, page: String(START.page) };
  return Object.entries(all).flatMap(([name, value]) =>
    value === null || value === start[name] ? [] : [[name, value]],
  );
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value) ?? null;
}

function wardOf(value: string | null): string | null {
  const [, day] = /^\d{5}(?:@(.*))?$/.exec(value ?? '') ?? [null, ''];
  return day === undefined || dayOf(day) !== null ? value : null;
}
