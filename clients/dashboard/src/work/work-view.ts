import { type LanguageCode, START } from '../address/address';
import { type Question, resolveQuestion } from '../address/question';
import type { CallerQuery, CatalogueQuery, InstallationQuery } from '../data/operations.generated';
import { WORDS } from '../page/view';
import { workEn } from '../words/en-work';
import { FORMATS, type Formats } from '../words/formats';
import type { Words } from '../words/vi';
import { type WorkWords, workVi } from '../words/vi-work';
import type { WorkAddress } from './work-address';

export type Caller = NonNullable<CallerQuery['caller']>;

/** What the server knows before it knows who looks: plain JSON. */
export interface WorkContent {
  readonly catalogue: CatalogueQuery;
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly isSynthetic: boolean;
  /** The day whose map units stand on; null where no programme has an assessment year. */
  readonly map: string | null;
}

/** What every part of the work page is given. */
export interface WorkView {
  readonly address: WorkAddress;
  readonly content: WorkContent;
  /** Null where no programme has an assessment year. */
  readonly question: Question | null;
  readonly work: WorkWords;
  readonly words: Words;
  readonly formats: Formats;
}

/** What a part is given that needs to know who works and about what. */
export interface SignedView extends WorkView {
  readonly question: Question;
  readonly caller: Caller;
  /** The day whose map the reader's unit stands on, where it is not on that of the question. */
  readonly ownMap: string;
}

const WORK_WORDS: Readonly<Record<LanguageCode, WorkWords>> = { vi: workVi, en: workEn };

export function createWorkView(address: WorkAddress, content: WorkContent): WorkView {
  const { language } = address;
  const question = resolveWorkQuestion(address, content.catalogue);
  return {
    address,
    content,
    question: question && { ...question, map: content.map ?? question.map },
    work: WORK_WORDS[language],
    words: WORDS[language],
    formats: FORMATS[language],
  };
}

/** What work is about. Its map is the server's to say. */
export function resolveWorkQuestion(
  { indicator, year, language }: WorkAddress,
  catalogue: CatalogueQuery,
): Question | null {
  return resolveQuestion({ ...START, indicator, year, language }, catalogue);
}

/** A province of July 2025 stands on no map before it, one that was merged then on none after. */
export function ownMapOf({ unit }: Caller, { map }: Question): string {
  if (unit?.validFrom && unit.validFrom > map) return unit.validFrom;
  return unit?.validTo && unit.validTo < map ? unit.validTo : map;
}

export function isSyntheticIn(installation: InstallationQuery | null): boolean {
  return installation?.country?.attainment?.origin === 'SYNTHETIC';
}

/** The title of the window: its mark, the part, the product. */
export function workTitle({ address, content, work, words }: WorkView): string {
  const mark = content.isSynthetic ? words.syntheticMark : '';
  return `${mark}${work.title} – ${work.tab[address.tab]} – ${words.product}`;
}

/** A unit in mid-sentence: "tỉnh Thái Nguyên", "cả nước"; English names begin with a name and stay as they are. */
export function unitInSentence({ address, words }: WorkView, unit: Caller['unit']): string {
  const name = unit?.level === 'COUNTRY' ? words.filters.country : (unit?.fullName ?? '');
  return address.language === 'en' ? name : `${name.slice(0, 1).toLocaleLowerCase('vi')}${name.slice(1)}`;
}
