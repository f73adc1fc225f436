import type { Part } from '../page/chosen-place';
import { shownVerdict } from '../page/shown-verdict';
import type { View } from '../page/view';

/** One part of the country, as it is drawn. */
export interface Bar {
  readonly name: string;
  readonly group: string;
  readonly lower: number;
  readonly upper: number;
  readonly target: number | null;
  /** What is printed beside it: how many are missing, or how much of the allowance is used. */
  readonly note: string;
  /** The same where there is no room for words. */
  readonly shortNote: string;
}

/** In the order in which help is needed: units short for certain, units short at most, then the allowance that is used. */
export function orderBars(view: View, parts: readonly Part[]): Bar[] {
  return parts
    .filter(({ attainment }) => attainment?.bounds != null)
    .toSorted((a, b) => compareNeed(a, b) || view.formats.compare(a.name, b.name))
    .map((part) => asBar(view, part));
}

function compareNeed({ attainment: a }: Part, { attainment: b }: Part): number {
  const need = (one: Part['attainment']) => [
    one?.shortfallIfUnknownsPass ?? 0,
    one?.shortfall ?? 0,
    one?.allowance ? one.notMet / one.allowance : 0,
  ];
  const [left, right] = [need(a), need(b)];
  return left.map((value, index) => (right[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
}

function asBar(view: View, { name, code, attainment }: Part): Bar {
  const { words, address } = view;
  const { bounds, targetPercent } = attainment!;
  return {
    name,
    group: address.group === 'region' ? regionOf(view, code) : words.verdict[shownVerdict(attainment!)],
    lower: Number(bounds!.lowerPercent),
    upper: Number(bounds!.upperPercent),
    target: targetPercent === null ? null : Number(targetPercent),
    note: noteOf(view, attainment!, false),
    shortNote: noteOf(view, attainment!, true),
  };
}

function regionOf({ content, words }: View, code: string): string {
  const region = content.standing?.regions?.find(({ provinces }) => provinces.some((one) => one.code === code));
  return region?.name ?? words.bars.noRegion;
}

function noteOf({ words, formats }: View, attainment: NonNullable<Part['attainment']>, isShort: boolean): string {
  const { shortfall, shortfallIfUnknownsPass, notMet, allowance } = attainment;
  if (shortfall === null || shortfallIfUnknownsPass === null || allowance === null) return '';
  const used = `${formats.count(notMet)}/${formats.count(allowance)}`;
  if (shortfall === 0) return isShort ? used : words.bars.used(used);
  const least = formats.count(shortfallIfUnknownsPass);
  return words.bars.short(shortfall === shortfallIfUnknownsPass ? least : `${least}–${formats.count(shortfall)}`);
}
