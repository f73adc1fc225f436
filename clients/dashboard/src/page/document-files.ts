/** What a page loads, by the paths under which the gateway serves it. */
export interface LoadedFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  /** Other entries, which its script loads with it. */
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, ManifestEntry>>;

/**
 * @param manifest as Vite writes it
 * @param source of the script of the page, by which the manifest names it: "src/main.tsx"
 * @throws Error for a manifest without it
 */
export function readManifest(manifest: unknown, source: string): LoadedFiles {
  const entries = manifest as Manifest;
  const entry = entries[source];
  if (!entry?.isEntry) throw new Error(`the manifest of the dashboard names no entry ${source}`);
  const styles = [...new Set(stylesOf(entries, source))];
  return { script: `/${entry.file}`, styles: styles.map((file) => `/${file}`) };
}

/** What is shared with other pages stands first, so that the page's own rules come last. */
function stylesOf(entries: Manifest, name: string): string[] {
  const { css = [], imports = [] } = entries[name] as ManifestEntry;
  return [...imports.flatMap((each) => stylesOf(entries, each)), ...css];
}
