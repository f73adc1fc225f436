import {
  type Actor,
  type Database,
  type InternalAnswer,
  type InternalRoute,
  Role,
  SpeakingError,
  SYSTEM,
  writeCsv,
  writeXlsx,
} from '@tieuchi/subgraph-kit';
import { FormRepository } from './form.repository';
import { formTable, guideRows } from './form-table';
import { type ImportStep, readImportStep } from './import-step';

const PATH = /^\/internal\/forms\/assessments\.(xlsx|csv)\/([^/]+)\/([^/]+)\/(\d{4})\/([A-Z]+)$/;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
/** What units say of themselves is for those who work with it. */
const MAY_READ: ReadonlySet<Role> = new Set([
  Role.COMMUNE_OFFICER,
  Role.APPRAISER,
  Role.RECOGNISER,
  Role.MINISTRY,
  Role.AUDITOR,
  Role.ADMIN,
]);
const WIDTHS = { number: 10, place: 24, code: 9, item: 6, reason: 40, paper: 18 };

interface FormAsked {
  readonly isCsv: boolean;
  readonly unitCode: string;
  readonly indicatorId: string;
  readonly year: number;
  readonly step: ImportStep;
}

/**
 * `/internal/forms/assessments.xlsx/UNIT/INDICATOR/YEAR/STEP`: the officials' form with the communes of a unit and what
 * is recorded of them; filled in, it comes back through `/internal/imports`.
 */
export function createFormRoute(database: Database): InternalRoute {
  return async (path, upload, { actor } = { actor: SYSTEM, headOnly: false }) => {
    const asked = readPath(path);
    if (!asked || upload) return null;
    if (!MAY_READ.has(actor.role)) {
      throw new SpeakingError('FORBIDDEN', `Forms are for the roles ${[...MAY_READ].join(', ')}; send a token of one.`);
    }
    return answerForm(database, actor, asked);
  };
}

function readPath(path: string): FormAsked | null {
  const [, format, unitCode, indicator, year, step] = PATH.exec(path) ?? [];
  if (unitCode === undefined || indicator === undefined || step === undefined) return null;
  return {
    isCsv: format === 'csv',
    unitCode: decodeURIComponent(unitCode),
    indicatorId: decodeURIComponent(indicator),
    year: Number(year),
    step: readImportStep(step),
  };
}

async function answerForm(database: Database, actor: Actor, asked: FormAsked): Promise<InternalAnswer> {
  const forms = new FormRepository(database, actor);
  const ground = await forms.requireGround(asked);
  const cited = ground.units.flatMap(({ held }) =>
    [...(held?.selfItems ?? []), ...(held?.appraisedItems ?? [])].flatMap(({ evidence }) => evidence),
  );
  const papers = await forms.findPapers([...new Set(cited.flatMap(({ documentId }) => documentId ?? []))]);
  const { rows, headingRows } = formTable(ground, asked, asked.step, papers.byId);
  const { number, place, code, item, reason, paper } = WIDTHS;
  const widths = [number, place, place, code, ...ground.itemTexts.map(() => item), code, reason, paper, paper, paper];
  const guide = { name: 'Hướng dẫn', rows: guideRows(ground, asked.step), widths: [place, 100], headingRows: 1 };
  const body = asked.isCsv
    ? writeCsv(rows)
    : await writeXlsx([{ name: 'Biểu nhập', rows, widths, headingRows }, guide]);
  const name = `${ground.isDemonstration ? 'MO-PHONG_' : ''}bieu_${asked.unitCode}_${asked.year}`;
  return {
    contentType: asked.isCsv ? CSV : XLSX,
    body,
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.${asked.isCsv ? 'csv' : 'xlsx'}"`,
      'x-content-type-options': 'nosniff',
    },
  };
}
