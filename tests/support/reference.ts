import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env.TIEUCHI_REFERENCE ?? join(__dirname, '../../../shared/reference');
const FIGURES = join(FOLDER, 'published-figures.csv');
const TABLE = join(FOLDER, 'geography/nso-conversion-table-2025-07-01.csv');

/** The statistics office's table is not ours to ship: on a machine without it these tests are left out. */
export const hasConversionTable = existsSync(TABLE);

export function readConversionTable(): Buffer {
  return readFileSync(TABLE);
}

/** Nor are the figures that others printed: without them these tests are left out. */
export const hasPublishedFigures = existsSync(FIGURES);

export function readPublishedFigures(): Buffer {
  return readFileSync(FIGURES);
}
