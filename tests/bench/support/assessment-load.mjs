import { createRequire } from 'node:module';
import { withPeak } from './import-load.mjs';
import { memoryOf } from './memory.mjs';
import { copyIn, issueToken } from './system-client.mjs';
import { median } from './table.mjs';

const require = createRequire(import.meta.url);
const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const REPEATS = 3;
const TITLES = ['Mã', 'Xã', 'ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'Kết quả'];
const MORE_TITLES = ['Lý do chưa đạt', 'Số văn bản', 'Ngày', 'Cơ quan'];
/** What is not the import's to write: the server numbers rows, and the next revision closes them. */
const NOT_COPIED = ['id', 'recorded_to'];

/** A row for every rural commune of the country: each tenth has not met one content. */
export async function findRows(database) {
  const { rows } = await database.query(
    `select code, name from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> $1::date order by code`,
    [DAY],
  );
  return rows.map(({ code, name }, index) => {
    const fails = index % 10 === 0;
    const contents = ['Đ', 'Đ', 'Đ', 'Đ', fails ? 'C' : 'Đ', 'Đ', 'Đ', 'Đ', fails ? 'C' : 'Đ'];
    return [
      code,
      name,
      ...contents,
      fails ? 'vượt số vụ của năm trước' : '',
      `${index}/BC-CAX`,
      '15/10/2025',
      'Công an tỉnh',
    ];
  });
}

export const csvOf = (rows) =>
  Buffer.from(`${[[...TITLES, ...MORE_TITLES], ...rows].map((cells) => cells.join(',')).join('\n')}\n`);

/** The whole country as CSV: looked at, submitted, sent again; as XLSX appraised; the same rows by COPY; MB above rest. */
export async function measureAssessments({ pid, url, dataDir, database }) {
  const { writeXlsx } = require('@tieuchi/subgraph-kit');
  const rows = await findRows(database);
  const file = csvOf(rows);
  const book = await writeXlsx([
    { name: 'Biểu', rows: [[...TITLES, ...MORE_TITLES], ...rows], widths: [], headingRows: 1 },
  ]);
  const officer = await issueToken(dataDir, 'COMMUNE_OFFICER');
  const appraiser = await issueToken(dataDir, 'APPRAISER');
  const rest = memoryOf(pid);
  const send = (token, content, step, expected, dryRun = false) =>
    withPeak(pid, () => sendForm(url, token, content, { step, dryRun: String(dryRun) }, expected, rows.length));
  const preview = await send(officer, file, 'SUBMIT', 'PREVIEWED', true);
  const submitted = await send(officer, file, 'SUBMIT', 'APPLIED');
  const again = await send(officer, file, 'SUBMIT', 'UNCHANGED');
  const copy = await measureCopies(database, rows.length);
  const appraised = await send(appraiser, book, 'APPRAISE', 'APPLIED');
  const copyAppraised = await measureCopies(database, rows.length);
  const long = await withPeak(pid, () => sendLong(url, officer, rows));
  const rateOf = (ms) => (1_000 * rows.length) / ms;
  const perSecond = ({ ms }) => rateOf(ms);
  const above = ({ peak }) => (peak.pss === null ? peak.rss - rest.rss : peak.pss - rest.pss);
  return {
    rows: rows.length,
    copyRows: rateOf(copy.bare),
    copyIndexedRows: rateOf(copy.indexed),
    copyAppraisedRows: rateOf(copyAppraised.bare),
    copyAppraisedIndexedRows: rateOf(copyAppraised.indexed),
    ...measuresOf({ preview, submitted, again, appraised }, perSecond, above),
    longRows: 1e8 / long.ms,
    longMemory: above(long),
  };
}

function measuresOf(imports, perSecond, above) {
  const entries = Object.entries(imports);
  return Object.fromEntries(
    entries.flatMap(([name, one]) => [
      [`${name}Rows`, perSecond(one)],
      [`${name}Memory`, above(one)],
    ]),
  );
}

export async function sendForm(url, token, content, parameters, expected, count) {
  const asked = new URLSearchParams({ kind: 'assessments', indicator: INDICATOR, year: '2025', ...parameters });
  const response = await fetch(`${url}/imports?${asked}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
    body: content,
  });
  const { status, report, errors } = await response.json();
  if (status !== expected || report.rows !== count) {
    throw new Error(`the import ended ${status}, not ${expected}: ${JSON.stringify(errors ?? report.faults[0])}`);
  }
}

/** 100,000 rows are more than any year has units: each after the first of its unit is a fault, and all are read. */
function sendLong(url, token, rows) {
  const long = Array.from({ length: 100_000 }, (_, index) => rows[index % rows.length]);
  return sendForm(url, token, csvOf(long), { step: 'SAVE', dryRun: 'true' }, 'REFUSED', long.length);
}

/**
 * The open rows that the import wrote, by COPY in one durable transaction: into a table of the same columns and nothing
 * else, and into one with the checks, defaults and indexes of the real one, without its triggers. Time in ms.
 */
async function measureCopies(database, count) {
  const { rows } = await database.query(
    `select array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
     where table_schema = 'rural_security' and table_name = 'assessment' and column_name <> all($1)`,
    [NOT_COPIED],
  );
  const columns = rows[0].columns.join(', ');
  const text = await copiedText(database, rows[0].columns);
  const into = `public.copied (${columns})`;
  const bare = `create table public.copied as select ${columns} from rural_security.assessment limit 0`;
  const indexed = 'create table public.copied (like rural_security.assessment including all)';
  return {
    bare: await copyMs(database, { table: bare, into, text, count }),
    indexed: await copyMs(database, { table: indexed, into, text, count }),
  };
}

async function copiedText(database, columns) {
  const texts = columns.map((name) => `coalesce(replace(${name}::text, E'\\\\', E'\\\\\\\\'), '\\N')`).join(', ');
  const { rows } = await database.query(
    `select concat_ws(E'\\t', ${texts}) as line from rural_security.assessment
     where indicator_id = $1 and year = 2025 and recorded_to is null`,
    [INDICATOR],
  );
  return rows.map(({ line }) => `${line}\n`).join('');
}

async function copyMs(database, { table, into, text, count }) {
  const times = [];
  for (let time = 0; time < REPEATS; time += 1) {
    await database.query(table);
    const began = performance.now();
    await copyIn(database, into, text);
    times.push(performance.now() - began);
    const { rows } = await database.query('select count(*)::int as copied from public.copied');
    await database.query('drop table public.copied');
    if (rows[0].copied !== count) throw new Error(`COPY wrote ${rows[0].copied} rows of ${count}`);
  }
  return median(times);
}
