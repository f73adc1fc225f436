import type { SuccessionKind } from '../reference/reference-geography';
import type { Column, RowFault } from './conversion-row';

/** A known slip of the table that was put right. */
export interface Correction {
  readonly line: number;
  readonly column: Column;
  readonly printed: string;
  readonly corrected: string;
  /** The full name of the old unit. */
  readonly unitName: string;
}

/** A name that the table spells otherwise, beyond the place of tone marks; the code decided. */
export interface OtherSpelling {
  readonly line: number;
  readonly column: Column;
  readonly code: string;
  readonly printed: string;
  readonly known: string;
}

/** A second code of a unit that the table prints. */
export interface AliasUse {
  readonly unitId: string;
  readonly code: string;
  readonly lines: readonly number[];
}

export interface LinkEnd {
  readonly successorId: string;
  readonly kind: SuccessionKind | null;
}

/** What changes in the links of one unit of 30 June 2025; empty lists and null where nothing does. */
export interface UnitChange {
  readonly predecessorId: string;
  readonly added: readonly LinkEnd[];
  readonly removed: readonly LinkEnd[];
  readonly kindChanged: readonly { successorId: string; from: SuccessionKind | null; to: SuccessionKind | null }[];
  readonly mainMoved: { readonly from: string | null; readonly to: string | null } | null;
}

/** By the table's notes all people went elsewhere than to the successor that is held to be the main one. */
export interface MainDoubt {
  readonly predecessorId: string;
  readonly mainId: string;
  readonly populationWentTo: string;
}

export interface ConversionCounts {
  /** Rows with a link that could be read, also of a refused table. */
  readonly rows: number;
  readonly links: number;
  readonly oldCommunes: number;
  readonly newCommunes: number;
  /** Links whose predecessor is a district: island districts, and land that lay in no commune. */
  readonly districtLinks: number;
  readonly splitCommunes: number;
  /** How many communes went into 2, 3, … others. */
  readonly splitInto: Readonly<Record<number, number>>;
  readonly byKind: Readonly<Partial<Record<SuccessionKind, number>>>;
}

export interface ConversionReport {
  /** False where anything is refused: then nothing is imported. */
  readonly accepted: boolean;
  /** In the order of the file; those of the file as a whole come last. */
  readonly faults: readonly RowFault[];
  readonly corrections: readonly Correction[];
  readonly spellings: readonly OtherSpelling[];
  readonly aliases: readonly AliasUse[];
  readonly mainDoubts: readonly MainDoubt[];
  /** By predecessor's id. */
  readonly changes: readonly UnitChange[];
  readonly counts: ConversionCounts;
}
