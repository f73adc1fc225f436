import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from './audit-head';

/** The signed heads of all services of an installation, one a line; lines are added and never changed. */
export class HeadFile {
  private readonly path: string;

  constructor(directory: string) {
    this.path = join(directory, 'audit-heads.jsonl');
  }

  /** What can be read of it: a line that a crash cut off is none. */
  async read(): Promise<AuditHead[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as AuditHead];
      } catch {
        return [];
      }
    });
  }

  /** On the disk when it returns. */
  async append(head: AuditHead): Promise<void> {
    const file = await open(this.path, 'a+', 0o644);
    try {
      const { size } = await file.stat();
      const end = Buffer.alloc(1);
      if (size > 0) await file.read(end, 0, 1, size - 1);
      const isCutOff = size > 0 && end.toString() !== '\n';
      // one write: services add their lines beside each other
      await file.appendFile(`${isCutOff ? '\n' : ''}${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
