/** How often a text is asked before it is prepared: one that is built for a single question is not kept by anybody. */
const ASKED_BEFORE = 3;
/** Each is kept by every connection that has used it. */
const MOST_PREPARED = 100;
const MOST_COUNTED = 1_000;

/**
 * Names for the statements that are asked again and again, so that a connection parses and plans them once: planning the
 * ledgers of a national overview takes as long as a third of reading them.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private readonly times = new Map<string, number>();

  /** @returns nothing for a text that is not asked often, or where enough are prepared */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= MOST_PREPARED) return name;
    const times = (this.times.get(text) ?? 0) + 1;
    if (times <= ASKED_BEFORE) {
      if (this.times.size >= MOST_COUNTED) this.times.clear();
      this.times.set(text, times);
      return undefined;
    }
    this.times.delete(text);
    const given = `read_${this.names.size + 1}`;
    this.names.set(text, given);
    return given;
  }
}
