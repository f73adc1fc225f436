import { UnitKind } from '@tieuchi/subgraph-kit';

const CITIES = [UnitKind.CENTRALLY_RUN_CITY, UnitKind.PROVINCIAL_CITY, UnitKind.MUNICIPAL_CITY];

/** How people write the kind before a name, folded; the longer word stands before its own beginning. */
const BEFORE: readonly (readonly [string, readonly UnitKind[]])[] = [
  ['thanh pho', CITIES],
  ['thi tran', [UnitKind.TOWNSHIP]],
  ['thi xa', [UnitKind.TOWN]],
  ['dac khu', [UnitKind.SPECIAL_ZONE]],
  ['tinh', [UnitKind.PROVINCE]],
  ['quan', [UnitKind.URBAN_DISTRICT]],
  ['huyen', [UnitKind.RURAL_DISTRICT]],
  ['phuong', [UnitKind.WARD]],
  ['xa', [UnitKind.RURAL_COMMUNE]],
  ['t p', CITIES],
  ['t x', [UnitKind.TOWN]],
  ['t t', [UnitKind.TOWNSHIP]],
  ['tp', CITIES],
  ['tx', [UnitKind.TOWN]],
  ['tt', [UnitKind.TOWNSHIP]],
  ['dk', [UnitKind.SPECIAL_ZONE]],
  ['t', [UnitKind.PROVINCE]],
  ['q', [UnitKind.URBAN_DISTRICT]],
  ['h', [UnitKind.RURAL_DISTRICT]],
  ['p', [UnitKind.WARD]],
  ['f', [UnitKind.WARD]],
  ['x', [UnitKind.RURAL_COMMUNE]],
  ['district', [UnitKind.URBAN_DISTRICT]],
  ['ward', [UnitKind.WARD]],
];

/** The English names of the API put the kind last. */
const BEHIND: readonly (readonly [string, readonly UnitKind[]])[] = [
  ['urban district', [UnitKind.URBAN_DISTRICT]],
  ['rural district', [UnitKind.RURAL_DISTRICT]],
  ['district', [UnitKind.URBAN_DISTRICT, UnitKind.RURAL_DISTRICT]],
  ['provincial city', [UnitKind.PROVINCIAL_CITY]],
  ['municipal city', [UnitKind.MUNICIPAL_CITY]],
  ['city', CITIES],
  ['province', [UnitKind.PROVINCE]],
  ['township', [UnitKind.TOWNSHIP]],
  ['town', [UnitKind.TOWN]],
  ['special zone', [UnitKind.SPECIAL_ZONE]],
  ['commune', [UnitKind.RURAL_COMMUNE]],
  ['ward', [UnitKind.WARD]],
];

const NUMBERED = /\b(quan|q|phuong|p|f|district|ward) ?0*([1-9]\d*)\b/g;

export interface NamedKind {
  readonly kinds: readonly UnitKind[];
  /** The name without its kind. */
  readonly name: string;
}

/** Takes a kind off folded text: "tp hue" is a city "hue". Null where none is typed along, or nothing else is. */
export function splitKind(folded: string): NamedKind | null {
  const before = BEFORE.find(([word]) => folded.startsWith(`${word} `));
  if (before) return { kinds: before[1], name: folded.slice(before[0].length + 1) };
  const behind = BEHIND.find(([word]) => folded.endsWith(` ${word}`));
  return behind ? { kinds: behind[1], name: folded.slice(0, -behind[0].length - 1) } : null;
}

/** "q1" and "phuong 05" as names are kept: "q 1", "phuong 5". */
export function spaceNumbers(folded: string): string {
  return folded.replace(NUMBERED, '$1 $2');
}
