/** What a page loads, by the paths under which the gateway serves it. */
export interface LoadedFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
}

/** @param manifest as Vite writes it @throws Error for one without an entry */
export function readManifest(manifest: unknown): LoadedFiles {
  const entry = Object.values(manifest as Readonly<Record<string, ManifestEntry>>).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the manifest of the dashboard names no entry');
  return { script: `/${entry.file}`, styles: (entry.css ?? []).map((file) => `/${file}`) };
}
