import { bearer } from '../data/ask-over-http';

const DEADLINE_MS = 120_000;

/**
 * Asks for a file as whoever signed in and hands it to the browser to be saved: a plain link would ask as nobody.
 * @param name where the answer gives none
 * @returns whether there was a file
 */
export async function saveFile(path: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(path, { headers: bearer(), signal: AbortSignal.timeout(DEADLINE_MS) });
    if (!response.ok) return false;
    const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = said ?? name;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
