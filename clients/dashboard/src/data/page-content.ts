import type { Question } from '../address/question';
import type { PanelContent } from '../panels/panel-content';
import type { Fault, Snapshot } from './answer';
import type {
  CatalogueQuery,
  CommuneContentsQuery,
  CommuneResultQuery,
  OwnMapReadingQuery,
  PageFragment,
  SeriesQuery,
  StandingQuery,
} from './operations.generated';

export type CommuneNode = PageFragment['nodes'][number];
export type Commune = NonNullable<CommuneResultQuery['commune']>;
export type CommuneContents = NonNullable<NonNullable<CommuneContentsQuery['commune']>['assessment']>;

/** A commune of a list. */
export interface CommuneRow extends CommuneNode {
  /** Null where the reader may not see it. */
  readonly details: {
    /** Contents that are not met; null where no contents were appraised. */
    readonly missingItems: number | null;
    readonly late: boolean;
  } | null;
}

/** All that a page shows: made on the server for the first, in the browser for those after it. Plain JSON. */
export interface PageContent {
  readonly catalogue: CatalogueQuery;
  /** Null where nothing can be asked: no programme has an assessment year, or none was answered. */
  readonly question: Question | null;
  readonly standing: StandingQuery | null;
  /** Null where the view lists none. */
  readonly communes: readonly CommuneRow[] | null;
  /** Null unless the place is a commune. */
  readonly commune: Commune | null;
  /** Null where the reader may not see them. */
  readonly contents: CommuneContents | null;
  /** Null unless the view is about years. */
  readonly series: SeriesQuery | null;
  /** What the counted map says; null unless the page groups it on a later one. */
  readonly ownMap: OwnMapReadingQuery | null;
  /** Of the panel that stands in the place of a picture; null where there is none, or it was not answered. */
  readonly panel: PanelContent | null;
  readonly faults: readonly Fault[];
  /** Whether the software made any of the figures; as before where none was answered. */
  readonly isSynthetic: boolean;
  /** Of the standing. */
  readonly snapshot: Snapshot | null;
  /** The instant at which it was answered, ISO in UTC. */
  readonly answeredAt: string;
}
