import type { Server } from '../ask-graphql';
import { type AuditOwner, genesisHash, linkHash, type SealedEntry } from './chain';
import { type ChainFault, explainBreak } from './chain-fault';
import { type GivenHeads, HeadCheck } from './head-check';
import { readSealed, readUnsealed, type SealedPage, type UnsealedEntry } from './read-audit';

/** The sealer looks each second, and a long import commits after two minutes. */
const LATE_SECONDS = 600;

export interface AuditFinding extends AuditOwner {
  /** Seals that hold, from the first on. */
  readonly sealed: number;
  /** The hash at their end. */
  readonly hash: string;
  readonly firstFault: ChainFault | null;
  readonly unsealed: { readonly count: number; readonly oldestSeconds: number | null };
  readonly unsealedFaults: readonly string[];
  readonly heads: { readonly agreeing: number; readonly faults: readonly string[] };
  /** Entries that were written past the application, by the login that wrote them. */
  readonly byHand: Readonly<Record<string, number>>;
}

/** Reads a service's audit to its end, or to the first place that is not as it was sealed. */
export async function verifyAudit(server: Server, service: string, given: GivenHeads): Promise<AuditFinding> {
  const pages = readSealed(server, service);
  const chain = await followChain(pages, given);
  const unsealed = await readUnsealed(server, service);
  const ages = unsealed.flatMap(({ ageSeconds }) => ageSeconds ?? []);
  return {
    ...chain,
    unsealed: { count: unsealed.length, oldestSeconds: ages.length > 0 ? Math.max(...ages) : null },
    unsealedFaults: unsealed.flatMap(faultOf),
  };
}

async function followChain(pages: AsyncGenerator<SealedPage>, given: GivenHeads) {
  const { owner, rows } = (await pages.next()).value as SealedPage;
  const heads = new HeadCheck(given, owner);
  const byHand: Record<string, number> = {};
  let [sealed, hash, page] = [0, genesisHash(owner), rows];
  const found = (firstFault: ChainFault | null) => {
    const { agreeing, faults } = heads;
    return { ...owner, sealed, hash, firstFault, heads: { agreeing, faults }, byHand };
  };
  while (page.length > 0) {
    for (const [index, row] of page.entries()) {
      if (!holds(hash, sealed + 1, row)) {
        const rest = [...page.slice(index), ...(await nextRows(pages))];
        return found(explainBreak(hash, sealed + 1, rest));
      }
      sealed += 1;
      hash = row.hash;
      heads.pass(sealed, hash);
      countHand(byHand, owner, row);
    }
    page = await nextRows(pages);
  }
  heads.end(sealed);
  return found(null);
}

function holds(before: string, position: number, { position: said, sealedAt, hash, entry }: SealedEntry): boolean {
  return Number(said) === position && entry !== null && linkHash(before, position, sealedAt, entry) === hash;
}

async function nextRows(pages: AsyncGenerator<SealedPage>): Promise<readonly SealedEntry[]> {
  const next = await pages.next();
  return next.done ? [] : next.value.rows;
}

function countHand(byHand: Record<string, number>, { service }: AuditOwner, { entry }: SealedEntry): void {
  const login = entry?.login ?? null;
  if (login === null || login === `${service}_app` || login === `${service}_owner`) return;
  byHand[login] = (byHand[login] ?? 0) + 1;
}

function faultOf({ id, at, actor, action, what, ageSeconds, isWaiting, isGone }: UnsealedEntry): string[] {
  if (isGone) return [`entry ${id} was deleted before it was sealed`];
  const entry = `entry ${id} of ${at}, ${action} of ${what} by ${actor}`;
  if (!isWaiting) return [`${entry}, has no seal and waits for none: it was inserted by hand, or its seal was deleted`];
  return (ageSeconds ?? 0) > LATE_SECONDS ? [`${entry}, waits for its seal since ${ageSeconds} s`] : [];
}
