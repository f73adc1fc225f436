import { stringify } from 'csv-stringify/sync';
import { paint } from '../colour';
import type { Terminal } from '../terminal';
import { layOut } from '../text-table';
import { SYNTHETIC_BANNER, writeDay } from '../wording';
import { lastLine } from './last-line';
import type { QuotaReport, Standing } from './quota-report';

const HEADINGS = ['Mã', 'Địa phương', 'Có', 'Cần', 'Thiếu', 'Kết quả'];

/** For people: unit by unit, then the sentences, then one line that says it. */
export function asTable(report: QuotaReport, terminal: Terminal): string[] {
  const { carried } = report;
  const second = carried
    ? [
        '',
        `Gộp theo địa giới ngày ${writeDay(carried.map)} (tham khảo): có ${carried.held}, cần ${carried.required}, thiếu ${carried.shortfall}.`,
        ...tableOf(carried.standings, terminal),
      ]
    : [];
  const [headline = '', ...sentences] = report.sentences;
  const colour = { FULFILLED: 'green', SHORT: 'red', UNKNOWN: 'yellow' } as const;
  const last = paint(terminal, colour[report.outcome], lastLine(report));
  return [headline, ...tableOf(report.standings, terminal), ...second, '', ...sentences, last];
}

function tableOf(standings: readonly Standing[], terminal: Terminal): string[] {
  return layOut(HEADINGS, standings.map(cellsOf)).map((line, index) =>
    standings[index - 1]?.fulfilled === false ? paint(terminal, 'red', line) : line,
  );
}

const RESULTS = { FULFILLED: 'Đủ', SHORT: 'Thiếu', UNDECIDED: 'Chờ công nhận' } as const;

function cellsOf({ code, name, held, required, shortfall, verdict }: Standing) {
  return [code, name, held, required, shortfall, RESULTS[verdict]];
}

/** For spreadsheets: cells that a spreadsheet would take for a formula are text. */
export function asCsv({ standings, origin }: QuotaReport): string[] {
  const isSynthetic = origin === 'SYNTHETIC';
  const headings = [...HEADINGS, ...(isSynthetic ? ['nguon_so_lieu'] : [])];
  const rows = standings.map((one) => [...cellsOf(one), ...(isSynthetic ? ['MÔ PHỎNG'] : [])]);
  const text = stringify([...(isSynthetic ? [[SYNTHETIC_BANNER]] : []), headings, ...rows], { escape_formulas: true });
  return text.trimEnd().split('\n');
}

/** For a build: a unit is a test case. */
export function asJunit({ rule, standings, origin }: QuotaReport): string[] {
  const failures = standings.filter(({ verdict }) => verdict === 'SHORT').length;
  const skipped = standings.filter(({ verdict }) => verdict === 'UNDECIDED').length;
  const name = xml(`${rule.id}: ${rule.title}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="${name}" tests="${standings.length}" failures="${failures}" skipped="${skipped}">`,
    `<properties><property name="origin" value="${xml(origin)}"/><property name="source" value="${xml(rule.source)}"/></properties>`,
    ...standings.map((one) => {
      const begin = `<testcase classname="quota.${xml(rule.id)}" name="${xml(`${one.code} ${one.name}`)}"`;
      if (one.verdict === 'FULFILLED') return `${begin}/>`;
      const kind = one.verdict === 'UNDECIDED' ? 'skipped' : 'failure';
      const inside = `<${kind} message="${xml(one.sentence)}"/>`;
      return `${begin}>${inside}</testcase>`;
    }),
    '</testsuite></testsuites>',
  ];
}

function xml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replace(/[&<>"]/g, (sign) => `&${names[sign]};`);
}

/** For GitHub Actions: an annotation for each unit that is short, then the whole. */
export function asGithub(report: QuotaReport): string[] {
  const { rule, standings, outcome, sentences } = report;
  const title = property(`Quota ${rule.id}`);
  return [
    ...standings
      .filter(({ verdict }) => verdict !== 'FULFILLED')
      .map((one) => `::${one.verdict === 'UNDECIDED' ? 'warning' : 'error'} title=${title}::${data(one.sentence)}`),
    `::${outcome === 'FULFILLED' ? 'notice' : 'warning'} title=${title}::${data(`${sentences[0] ?? ''} ${lastLine(report)}`)}`,
  ];
}

/** https://docs.github.com/actions: what an annotation's text and its properties must not hold. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
