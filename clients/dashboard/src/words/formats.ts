import type { LanguageCode } from '../address/address';

/** How a language writes numbers and days. */
export interface Formats {
  /** 10035 is "10.035". */
  count(count: number): string;
  /** A rate, with two decimals at least unless it is whole: "98.9" is "98,90%", "100" is "100%"; null is "–". */
  percent(decimal: string | null | undefined): string;
  /** "98.54" is "98,54"; null is "–". */
  decimal(decimal: string | null | undefined): string;
  /** A figure of somebody else's, with just its own digits: "98.5" is "98,5". */
  asPrinted(decimal: string): string;
  /** "2025-07-01" as papers write it: "01/7/2025". */
  day(day: string): string;
  /** An instant in Vietnam: "10:05". */
  time(instant: string): string;
  /** The day of an instant in Vietnam. */
  dayOf(instant: string): string;
  /** By the alphabet of the language. */
  readonly compare: (a: string, b: string) => number;
}

const NONE = '–';
const GROUPS = /\B(?=(\d{3})+$)/g;
/** Vietnam has had UTC+7 all year round. */
const OFFSET_MS = 7 * 3_600_000;
/** Vietnamese names stand in Vietnamese order in both languages. */
const collator = new Intl.Collator('vi');

const compare = (a: string, b: string) => collator.compare(a, b);
const inVietnam = (instant: string) => new Date(Date.parse(instant) + OFFSET_MS).toISOString();
const dayOfInstant = (instant: string) => inVietnam(instant).slice(0, 10);
const time = (instant: string) => inVietnam(instant).slice(11, 16);

/** Days and months below ten as decrees write them: "05/02/2025", "01/7/2025". */
function dayVi(day: string): string {
  const [year, month = '', date] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

function dayEn(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July'];
  const more = ['August', 'September', 'October', 'November', 'December'];
  return `${date} ${[...months, ...more][(month ?? 1) - 1]} ${year}`;
}

/** Rates stand below each other: "98.9" beside "98.54" would look like another precision. */
function withTwoDecimals(decimal: string): string {
  return decimal.replace(/\.(\d)$/, '.$10');
}

function formatsOf(group: string, point: string, day: (day: string) => string): Formats {
  const decimal = (text: string | null | undefined) =>
    text == null ? NONE : text.replace('-', '−').replace('.', point);
  return {
    count: (count) => String(count).replace(GROUPS, group),
    decimal,
    asPrinted: (text) => decimal(text),
    percent: (text) => (text == null ? NONE : `${decimal(withTwoDecimals(text))}%`),
    day,
    time,
    dayOf: (instant) => day(dayOfInstant(instant)),
    compare,
  };
}

export const FORMATS: Readonly<Record<LanguageCode, Formats>> = {
  vi: formatsOf('.', ',', dayVi),
  en: formatsOf(',', '.', dayEn),
};

/** Without marks and in small letters, as people type: "Đà Nẵng" is "da nang". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
