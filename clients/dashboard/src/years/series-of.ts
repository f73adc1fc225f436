import type { PointFragment, SeriesQuery } from '../data/operations.generated';

/** One assessment year of one place. */
export interface YearPoint {
  readonly place: string;
  readonly year: number;
  /** Counts the stretches between breaks: points of one stretch are joined by a line. */
  readonly stretch: number;
  readonly breaks: PointFragment['breaks'];
  /** Null where the year cannot be grouped under the place. */
  readonly figures: PointFragment['attainment'];
}

/** The country's years, then the province's. A year that nothing is known of breaks the line as a change of units does. */
export function seriesOf(series: SeriesQuery | null): YearPoint[] {
  return [series?.country, series?.province].flatMap((place) => {
    let stretch = 0;
    return (place?.attainmentSeries ?? []).map((point): YearPoint => {
      if (point.breaks.length > 0 || !point.attainment?.bounds) stretch += 1;
      return { place: place!.name, year: point.year, stretch, breaks: point.breaks, figures: point.attainment };
    });
  });
}
