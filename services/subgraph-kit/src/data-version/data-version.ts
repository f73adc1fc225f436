/** Told of each newer version; of null when nobody can tell any more whether there is one. */
export type VersionListener = (version: number | null) => void;

/** The version of a service's data, as far as this process knows: never more than the database has. */
export class DataVersion {
  private known: number | null = null;
  private readonly listeners = new Set<VersionListener>();

  get current(): number | null {
    return this.known;
  }

  /** An older one is not news: two readings may arrive in the other order. */
  raise(version: number): void {
    if (this.known !== null && version <= this.known) return;
    this.set(version);
  }

  /** The database does not answer; what it says next holds, even if it is less, as after a restored backup. */
  lose(): void {
    if (this.known !== null) this.set(null);
  }

  /** Tells at once what is known, then what is new. @returns what ends it */
  watch(listener: VersionListener): () => void {
    listener(this.known);
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private set(version: number | null): void {
    this.known = version;
    for (const listener of this.listeners) listener(version);
  }
}
