import type { DetailFragment, FiguresFragment, YearCountFragment } from '../data/operations.generated';
import type { PageContent } from '../data/page-content';
import type { View } from './view';

/** A unit with what is counted of it. */
export interface Part {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  /** Null where the counts did not arrive. */
  readonly attainment: FiguresFragment | null;
}

export interface ChosenPlace extends Part {
  readonly attainment: DetailFragment | null;
  /** All years; left out where the page is about another place. */
  readonly attainmentSeries?: readonly YearCountFragment[] | null;
}

/** The unit that the page is about; null where it is a commune, or was not answered. */
export function chosenPlace({ question, standing }: PageContent): ChosenPlace | null {
  if (question?.level === 'PROVINCE') return standing?.province ?? null;
  if (question?.level === 'DISTRICT') return standing?.district ?? null;
  return question?.level === 'COUNTRY' ? (standing?.country ?? null) : null;
}

/** As people say it: the country is "Cả nước". A place that was not answered is called by its code. */
export function placeName({ content, words }: View): string {
  const { question, commune } = content;
  if (!question || question.level === 'COUNTRY') return words.filters.country;
  return chosenPlace(content)?.fullName ?? commune?.fullName ?? question.place;
}

/** The parts of it that have a standing of their own: provinces, of one region where one is chosen, or districts. */
export function partsOf({ question, standing }: PageContent, regionId: string | null): readonly Part[] {
  if (question?.level === 'PROVINCE') return standing?.province?.districts ?? [];
  if (question?.level !== 'COUNTRY') return [];
  const provinces = standing?.country?.provinces ?? [];
  const region = standing?.regions?.find(({ id }) => id === regionId);
  if (!region) return provinces;
  const codes = new Set(region.provinces.map(({ code }) => code));
  return provinces.filter(({ code }) => codes.has(code));
}
