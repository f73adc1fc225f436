import { SpeakingError, type UnitKind } from '@tieuchi/subgraph-kit';
import { foldName } from './fold-name';
import { spaceNumbers, splitKind } from './kind-words';

const LONGEST_TEXT = 100;
const SHORTEST_NAME = 2;
/** No name has more words; each place where a parent's name may begin is one reading. */
const SPLIT_WORDS = 8;

/** One way to understand what was typed. The earlier of two readings is the more literal one. */
export interface SearchReading {
  readonly place: number;
  /** The name, folded. */
  readonly text: string;
  /** The kinds typed along; null where none is. */
  readonly kinds: readonly UnitKind[] | null;
  /** LIKE patterns that the names of the parents must fit. */
  readonly within: readonly string[];
  /** Without comma a parent's name is a guess: then the name must be exact. */
  readonly isExact: boolean;
}

export interface SearchQuestion {
  readonly code: string | null;
  readonly readings: readonly SearchReading[];
}

type Reading = Omit<SearchReading, 'place'>;

/**
 * What a typed text may mean: a code, a name, a name with its kind ("tp hue"), a name with parents ("Tân Lập, huyện
 * Đồng Hỷ", "tan lap dong hy").
 * @throws SpeakingError BAD_USER_INPUT for less than two letters or digits, and for more than 100 characters
 */
export function readSearchText(text: string): SearchQuestion {
  if (text.length > LONGEST_TEXT) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      `text: ${text.length} characters – a name to search by has at most ${LONGEST_TEXT}.`,
    );
  }
  const whole = spaceNumbers(foldName(text));
  if (whole.replaceAll(' ', '').length < SHORTEST_NAME) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      `text: ${JSON.stringify(text)} – type at least ${SHORTEST_NAME} letters of a name, or a code.`,
    );
  }
  const parts = text
    .split(/[,;–—\n]/u)
    .map((part) => spaceNumbers(foldName(part)))
    .filter(Boolean);
  const isParted = parts.length > 1;
  const readings = [...readName(whole, [], isParted), ...(isParted ? readParts(parts) : guessParents(whole))];
  return {
    code: /^(\d{2,5}|vn)$/.test(whole) ? whole.toUpperCase() : null,
    readings: readings.map((reading, place) => ({ place, ...reading })),
  };
}

/** As it stands, and with a kind taken off. */
function readName(name: string, within: readonly string[], isExact = false): Reading[] {
  const named = splitKind(name);
  const plain: Reading = { text: name, kinds: null, within, isExact };
  return named ? [plain, { ...plain, text: named.name, kinds: named.kinds }] : [plain];
}

/** "Xã Tân Lập – huyện Đồng Hỷ – tỉnh Thái Nguyên": the first part is the name, each other names a parent. */
function readParts([name = '', ...parents]: string[]): Reading[] {
  return readName(name, parents.map(parentPattern));
}

/** "tan lap dong hy": any of the last words may name a parent. */
function guessParents(whole: string): Reading[] {
  const words = whole.split(' ');
  const splits = words.slice(1, SPLIT_WORDS).map((_, index) => index + 1);
  return splits.flatMap((split) => {
    const parent = words.slice(split).join(' ');
    return readName(words.slice(0, split).join(' '), [parentPattern(parent)], true);
  });
}

/** The beginning of a parent's name, or its whole number: "quan 1" is not "Quận 10". Folded text holds no wildcard. */
function parentPattern(typed: string): string {
  const name = splitKind(typed)?.name ?? typed;
  return /^\d+$/.test(name) ? `%|${name}|%` : `%|${name}%`;
}
