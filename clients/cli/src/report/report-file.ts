import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CliError } from '../terminal';

/** What was asked and answered, with all that is needed to ask it again. */
const REPORT_FILE = z.object({
  format: z.literal('tieuchi/report/1'),
  /** Of the command that made it. */
  version: z.string(),
  operation: z.string(),
  variables: z.record(z.string(), z.unknown()),
  snapshot: z.object({
    id: z.string(),
    map: z.string(),
    knownOn: z.string(),
    method: z.object({ id: z.string(), version: z.string() }).nullable(),
  }),
  data: z.unknown(),
});

export type ReportFile = z.infer<typeof REPORT_FILE>;

/** @throws CliError where the file cannot be written, or is there already: a report is not overwritten */
export function writeReport(path: string, report: ReportFile): void {
  try {
    writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      code === 'EEXIST' ? `${path} is there already: give another --out` : `${path} cannot be written (${code})`,
    );
  }
}

/** @throws CliError that says what is wrong with the file and where */
export function readReport(path: string): ReportFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      code ? `${path} cannot be read (${code})` : `${path} is no JSON: a report is what tieuchi report make wrote`,
    );
  }
  const read = REPORT_FILE.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new CliError(`${path} is no report: ${issue?.path.join('.') || 'file'}: ${issue?.message}`);
}
