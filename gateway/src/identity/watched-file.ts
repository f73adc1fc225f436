import { readFileSync, statSync } from 'node:fs';

/**
 * What a file says, read anew when it is another one than at the last look: files of ours are replaced as a whole, and
 * one that somebody edits in place changes its time and size.
 * @param read may throw; then the next look reads again
 * @returns a function that throws what reading throws
 */
export function watchFile<T>(path: string, read: (bytes: Buffer) => T): () => T {
  let seen = '';
  let content: T;
  return () => {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    const found = `${ino} ${size} ${mtimeNs}`;
    if (found !== seen) {
      content = read(readFileSync(path));
      seen = found;
    }
    return content;
  };
}
