import { z } from 'zod';
import { day, status, text } from './criteria-set-file';
import { indicator } from './indicator-file';

/** Every file says by its `$schema` that it is a programme; the address is that beside the shipped files. */
export const PROGRAMME_SCHEMA = './programme.schema.json';

const legalBasis = z
  .strictObject({
    number: text,
    date: day.nullable().describe('Null where no source shows it.'),
    issuer: text,
    title: text.nullable().default(null),
    status,
  })
  .describe('A paper that the programme rests on.');

/** The file as `docs/programme-file.md` describes it; what a schema cannot say is checked by `checkProgramme`. */
export const programmeFile = z
  .strictObject({
    $schema: z.literal(PROGRAMME_SCHEMA),
    id: text.describe('Stable: "ntm-2021-2025".'),
    titleVi: text,
    titleEn: text,
    validFrom: day.nullable(),
    validTo: day.nullable().describe('Null: without an end; such a standard is never the default programme.'),
    closingMap: day.nullable().describe('The map that the programme was closed on.'),
    note: text.nullable().default(null).describe('What the sources leave open, in Vietnamese.'),
    legalBasis: z.array(legalBasis),
    indicators: z.array(indicator).nonempty('must hold an indicator'),
  })
  .describe('A programme that evaluates units by criteria: its papers, indicators, criteria sets, years and targets.');

export type ProgrammeFile = z.infer<typeof programmeFile>;

/** The published schema of the file: what an editor checks while somebody writes one. Ends with a line break. */
export function printProgrammeSchema(): string {
  const schema = z.toJSONSchema(programmeFile, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'Programme (Tiêu chí)' }, null, 2)}\n`;
}
