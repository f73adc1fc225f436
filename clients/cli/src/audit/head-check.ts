import type { KeyObject } from 'node:crypto';
import type { AuditOwner } from './chain';
import { type AuditHead, isHeadOf, isSigned } from './heads';

/** The heads to hold a chain against; a null key leaves their signatures unread. */
export interface GivenHeads {
  readonly heads: readonly AuditHead[];
  readonly key: KeyObject | null;
}

/** Holds the heads of one chain against it while it is read. */
export class HeadCheck {
  readonly faults: string[] = [];
  /** Heads that the chain bears out. */
  agreeing = 0;
  private readonly byPosition = new Map<number, AuditHead[]>();

  constructor({ heads, key }: GivenHeads, owner: AuditOwner) {
    const ours = heads.filter((head) => isHeadOf(head, owner));
    const others = heads.filter(({ service }) => service === owner.service);
    if (ours.length === 0 && others.length > 0) {
      this.faults.push(`no head is of the installation ${owner.installation}: this is another database`);
    }
    for (const head of ours) {
      if (key && !isSigned(head, key)) this.faults.push(`${nameOf(head)} is not signed with the key that was given`);
      else this.byPosition.set(head.position, [...(this.byPosition.get(head.position) ?? []), head]);
    }
  }

  /** @param hash as the entries make it, up to this position */
  pass(position: number, hash: string): void {
    for (const head of this.byPosition.get(position) ?? []) {
      if (head.hash === hash) this.agreeing += 1;
      else this.faults.push(`${nameOf(head)} says another hash at position ${position}: the chain was made anew`);
    }
    this.byPosition.delete(position);
  }

  /** Of the heads that were not passed: a chain that ends before them was cut off, or is an earlier one. */
  end(lastPosition: number): void {
    for (const head of [...this.byPosition.values()].flat()) {
      this.faults.push(`${nameOf(head)} says position ${head.position}, the database ends at ${lastPosition}`);
    }
  }
}

function nameOf({ kind, day }: AuditHead): string {
  return kind === 'DAY' ? `the head of ${day}` : `the head of the stop on ${day}`;
}
