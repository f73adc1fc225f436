import { stringify } from 'csv-stringify/sync';
import { paint } from '../colour';
import type { Terminal } from '../terminal';
import { layOut } from '../text-table';
import { SYNTHETIC_BANNER, writeDay } from '../wording';
import type { QuotaReport, Standing } from './quota-report';
import { conclusion, headline, lastLine, readingSentence, unitSentence } from './quota-words';

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
  return [headline(report), ...tableOf(report.standings, terminal), ...second, '', ...closing(report, terminal)];
}

function closing(report: QuotaReport, terminal: Terminal): string[] {
  const colour = { FULFILLED: 'green', SHORT: 'red', UNKNOWN: 'yellow' } as const;
  return [...conclusion(report), ...readingSentence(report), paint(terminal, colour[report.outcome], lastLine(report))];
}

function tableOf(standings: readonly Standing[], terminal: Terminal): string[] {
  const rows = standings.map((one) => [one.code, one.name, one.held, one.required, one.shortfall, wordOf(one)]);
  return layOut(HEADINGS, rows).map((line, index) =>
    standings[index - 1]?.fulfilled === false ? paint(terminal, 'red', line) : line,
  );
}

function wordOf({ fulfilled }: Standing): string {
  if (fulfilled === null) return 'Chưa rõ';
  return fulfilled ? 'Đủ' : 'Thiếu';
}

/** For spreadsheets: cells that a spreadsheet would take for a formula are text. */
export function asCsv({ standings, origin }: QuotaReport): string[] {
  const isSynthetic = origin === 'SYNTHETIC';
  const headings = [...HEADINGS, ...(isSynthetic ? ['nguon_so_lieu'] : [])];
  const rows = standings.map((one) => [
    ...[one.code, one.name, one.held, one.required, one.shortfall, wordOf(one)],
    ...(isSynthetic ? ['MÔ PHỎNG'] : []),
  ]);
  const text = stringify([...(isSynthetic ? [[SYNTHETIC_BANNER]] : []), headings, ...rows], { escape_formulas: true });
  return text.trimEnd().split('\n');
}

/** For a build: a unit is a test case. */
export function asJunit({ rule, standings, origin }: QuotaReport): string[] {
  const failures = standings.filter(({ fulfilled }) => fulfilled === false).length;
  const skipped = standings.filter(({ fulfilled }) => fulfilled === null).length;
  const name = xml(`${rule.id}: ${rule.title}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="${name}" tests="${standings.length}" failures="${failures}" skipped="${skipped}">`,
    `<properties><property name="origin" value="${xml(origin)}"/><property name="source" value="${xml(rule.source)}"/></properties>`,
    ...standings.map((one) => {
      const begin = `<testcase classname="quota.${xml(rule.id)}" name="${xml(`${one.code} ${one.name}`)}"`;
      if (one.fulfilled) return `${begin}/>`;
      const sentence = xml(unitSentence(one));
      const inside = one.fulfilled === null ? `<skipped message="${sentence}"/>` : `<failure message="${sentence}"/>`;
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
  const { rule, standings, outcome } = report;
  const title = property(`Quota ${rule.id}`);
  return [
    ...standings
      .filter(({ fulfilled }) => fulfilled !== true)
      .map((one) => `::${one.fulfilled === null ? 'warning' : 'error'} title=${title}::${data(unitSentence(one))}`),
    `::${outcome === 'FULFILLED' ? 'notice' : 'warning'} title=${title}::${data(`${headline(report)} ${lastLine(report)}`)}`,
  ];
}

/** https://docs.github.com/actions: what an annotation's text and its properties must not hold. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
