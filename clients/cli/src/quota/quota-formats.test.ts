import { parse } from 'csv-parse/sync';
import type { Terminal } from '../terminal';
import { outcomeOf } from './ask-quota';
import { exitCodeOf } from './quota-commands';
import { asCsv, asGithub, asJunit, asTable } from './quota-formats';
import type { QuotaReport, Standing } from './quota-report';
import { lastLine } from './quota-words';

const ON_PAPER: Terminal = { print: () => {}, warn: () => {}, isColoured: false, exitCode: 0 };

function standing(code: string, name: string, held: number | null, required: number): Standing {
  const shortfall = held === null ? null : Math.max(0, required - held);
  return {
    code,
    name,
    countedAs: 'PROVINCE',
    required,
    held,
    shortfall,
    fulfilled: held === null ? null : held >= required,
  };
}

function report(standings: Standing[], changed: Partial<QuotaReport> = {}): QuotaReport {
  const sum = (key: 'required' | 'held' | 'shortfall') => standings.reduce((all, one) => all + (one[key] ?? 0), 0);
  return {
    format: 'tieuchi/quota-check/1',
    outcome: outcomeOf(standings),
    asked: { rule: 'a-rule', asOf: null, knownOn: null },
    origin: 'RECORDED',
    rule: {
      id: 'a-rule',
      title: 'Chỉ tiêu <thử>',
      source: 'nguồn',
      sourceDate: '2022-11-23',
      words: 'mỗi nơi',
      reading: 'mỗi tỉnh',
      status: 'SOURCED',
      deadline: '2023-12-31',
      map: '2022-12-31',
      counts: 'REGISTERED',
    },
    required: sum('required'),
    held: sum('held'),
    shortfall: sum('shortfall'),
    fulfilled: sum('shortfall') === 0,
    standings,
    carried: null,
    ...changed,
  };
}

const HANOI = standing('01', 'Hà Nội', 15, 3);
const SHORT = report([HANOI, standing('48', 'Đà Nẵng', 2, 3)]);

describe('a quota that is short in one place', () => {
  it('says so in the last line, the unit with have and need, and that a surplus elsewhere does not fill it', () => {
    const lines = asTable(SHORT, ON_PAPER);
    expect(lines[0]).toBe('Chỉ tiêu <thử> (hạn 31/12/2023, tính theo đăng ký): 1/2 địa phương đủ chỉ tiêu.');
    expect(lines).toContain('48  Đà Nẵng      2    3      1  Thiếu');
    expect(lines.at(-2)).toMatch(/^Tổng số 17 vượt mức tối thiểu 6 nhưng vẫn còn 1 địa phương chưa đủ/);
    expect(lines.at(-1)).toBe('THIẾU: 1 địa phương, 1 Công an phường');
  });

  it('is a failed test case, an annotation, and a row', () => {
    expect(asJunit(SHORT).join('\n')).toContain(
      '<testcase classname="quota.a-rule" name="48 Đà Nẵng"><failure message="Đà Nẵng: có 2, cần 3, còn thiếu 1."/>',
    );
    expect(asJunit(SHORT)[1]).toContain('name="a-rule: Chỉ tiêu &lt;thử&gt;" tests="2" failures="1" skipped="0"');
    expect(asGithub(SHORT)[0]).toBe('::error title=Quota a-rule::Đà Nẵng: có 2, cần 3, còn thiếu 1.');
    expect(parse(asCsv(SHORT).join('\n'))[2]).toEqual(['48', 'Đà Nẵng', '2', '3', '1', 'Thiếu']);
  });
});

describe('figures that the software made', () => {
  const synthetic = report([HANOI], { origin: 'SYNTHETIC' });

  it('carry their mark in the table, in the first line of a CSV and in each of its rows', () => {
    expect(asTable(synthetic, ON_PAPER)[0]).toMatch(/^\[MÔ PHỎNG\] /);
    const [banner, headings, row] = asCsv(synthetic);
    expect(banner).toMatch(/^"SỐ LIỆU MÔ PHỎNG/);
    expect(headings).toMatch(/,nguon_so_lieu$/);
    expect(row).toMatch(/,MÔ PHỎNG$/);
    expect(asGithub(synthetic).at(-1)).toContain('[MÔ PHỎNG]');
    expect(asJunit(synthetic).join('')).toContain('value="SYNTHETIC"');
  });
});

it('a name that a spreadsheet would take for a formula stays text', () => {
  expect(asCsv(report([standing('01', '=HYPERLINK("x")', 1, 1)]))[1]).toBe(`01,"'=HYPERLINK(""x"")",1,1,0,Đủ`);
});

describe('what cannot be told', () => {
  const unknown = report([HANOI, standing('48', 'Đà Nẵng', null, 3)]);

  it('is neither enough nor short: exit code 2, unless said otherwise', () => {
    expect(unknown.outcome).toBe('UNKNOWN');
    expect([exitCodeOf('UNKNOWN'), exitCodeOf('UNKNOWN', 'short'), exitCodeOf('UNKNOWN', 'unknown')]).toEqual([
      2, 0, 1,
    ]);
    expect([exitCodeOf('FULFILLED', 'unknown'), exitCodeOf('SHORT', 'unknown')]).toEqual([0, 1]);
    expect(lastLine(unknown)).toMatch(/^KHÔNG TRẢ LỜI ĐƯỢC: /);
    expect(outcomeOf([])).toBe('UNKNOWN');
  });

  it('does not hide a gap that is certain', () => {
    expect(outcomeOf([standing('48', 'Đà Nẵng', null, 3), standing('01', 'Hà Nội', 2, 3)])).toBe('SHORT');
  });
});
