import { linkHash, type SealedEntry } from './chain';

/** What is wrong with the first bad place of a chain. */
export type ChainFaultKind =
  | 'ENTRY_MISSING'
  | 'SEAL_MISSING'
  | 'OUT_OF_ORDER'
  | 'SEAL_CHANGED'
  | 'ENTRY_CHANGED'
  | 'CHANGED';

export interface ChainFault {
  readonly kind: ChainFaultKind;
  readonly position: number;
  readonly entryId: string | null;
  readonly at: string | null;
  readonly action: string | null;
  /** Its table, or what was read or refused. */
  readonly what: string | null;
  readonly actor: string | null;
  /** In words for people. */
  readonly text: string;
}

/**
 * Why the chain breaks at a position: what stands there, and what follows it, tell changed from missing and moved.
 * @param before the hash of the seal before it
 * @param rest what the server answers from this position on, not empty; more of it tells more
 */
export function explainBreak(before: string, position: number, rest: readonly SealedEntry[]): ChainFault {
  const [row, ...later] = rest as [SealedEntry, ...SealedEntry[]];
  if (Number(row.position) < position) {
    return {
      ...namesOf(row),
      kind: 'OUT_OF_ORDER',
      position: Number(row.position),
      text: 'a chain begins at 1: this seal was put in by hand',
    };
  }
  if (Number(row.position) !== position) {
    return {
      ...namesOf(null),
      kind: 'SEAL_MISSING',
      position,
      text: `its seal is not there; the next is ${row.position}`,
    };
  }
  const fault = (kind: ChainFaultKind, text: string) => ({ ...namesOf(row), kind, position, text });
  if (!row.entry) return fault('ENTRY_MISSING', 'its seal is there, the entry is not: it was deleted');
  const moved = later.find((each) => fits(before, position, each, each));
  if (moved) return fault('OUT_OF_ORDER', `what was sealed here stands at position ${moved.position}`);
  const swapped = later.find((each) => fits(before, position, row, each));
  if (swapped) return fault('OUT_OF_ORDER', `it was sealed with what entry ${swapped.entryId} says now`);
  const next = later[0];
  if (next && fits(linkHash(before, position, row.sealedAt, row.entry), position + 1, next, next)) {
    return fault('SEAL_CHANGED', 'the hash of its seal was changed; the entry is as it was');
  }
  if (next && fits(row.hash, position + 1, next, next)) {
    return fault('ENTRY_CHANGED', 'the entry, or the instant of its seal, is not what was sealed');
  }
  return fault('CHANGED', 'the entry, or its seal, is not what was sealed');
}

/** Whether a seal belongs at a position with what another entry says. */
function fits(before: string, position: number, seal: SealedEntry, { entry }: SealedEntry): boolean {
  return entry !== null && linkHash(before, position, seal.sealedAt, { ...entry, id: seal.entryId }) === seal.hash;
}

function namesOf(row: SealedEntry | null) {
  const { at = null, action = null, tableName = null, actor = null, detail = null } = row?.entry ?? {};
  return { entryId: row?.entryId ?? null, at, action, what: tableName ?? detail, actor };
}
