/** What is wrong with a file, and where: `indicators[0].years[2].windowTo`. */
export interface Fault {
  readonly place: string;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** How a check tells of a fault. */
export type Report = (path: Path, message: string) => void;

export const WHOLE_FILE = 'the whole file';

export function describePath(path: Path): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place.replace(/^\./, '') || WHOLE_FILE;
}
