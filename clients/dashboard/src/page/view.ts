import { type Address, type LanguageCode, printAddress } from '../address/address';
import type { PageContent } from '../data/page-content';
import { en } from '../words/en';
import { FORMATS, type Formats } from '../words/formats';
import { vi, type Words } from '../words/vi';

/** Whether what is shown is what was asked for last. */
export type Status = 'ready' | 'loading' | 'stale' | 'failed';

/** What every part of the page is given: all that it shows is a function of it. */
export interface View {
  readonly address: Address;
  /** The address that was asked for last; another one than `address` while it is loading, or was not answered. */
  readonly wanted: Address;
  readonly content: PageContent;
  readonly status: Status;
  /** On paper a table has no pages of its own. */
  readonly isPrinted: boolean;
  readonly words: Words;
  readonly formats: Formats;
}

export const WORDS: Readonly<Record<LanguageCode, Words>> = { vi, en };

export function createView(
  address: Address,
  content: PageContent,
  status: Status = 'ready',
  wanted: Address = address,
): View {
  return {
    address,
    wanted,
    content,
    status,
    isPrinted: false,
    words: WORDS[address.language],
    formats: FORMATS[address.language],
  };
}

/** The page with something of its address changed. Another view begins at its first page of rows. */
export function hrefTo({ address }: Pick<View, 'address'>, change: Partial<Address>): string {
  return `/${printAddress({ ...address, page: 1, ...change })}`;
}

/** What the indicator counts: "xã". */
export function nounOf({ content, address }: View): string {
  const { indicator } = content.question ?? {};
  return (address.language === 'en' ? indicator?.nounEn : indicator?.nounVi) ?? '';
}

/** A text about figures that the software made, with its mark; a text about others as it is. */
export function marked({ content, words }: View, text: string): string {
  return content.isSynthetic ? `${words.syntheticMark}${text}` : text;
}
