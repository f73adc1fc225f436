import { parse } from 'csv-parse/sync';
import type { Terminal } from '../terminal';
import { outcomeOf } from './ask-quota';
import { lastLine } from './last-line';
import { exitCodeOf } from './quota-commands';
import { asCsv, asGithub, asJunit, asTable } from './quota-formats';
import type { QuotaReport, Standing } from './quota-report';

const ON_PAPER: Terminal = { print: () => {}, warn: () => {}, isColoured: false, exitCode: 0 };

function standing(code: string, name: string, held: number, required: number, pending = 0): Standing {
  const shortfall = Math.max(0, required - held);
  const verdict = shortfall === 0 ? 'FULFILLED' : pending < shortfall ? 'SHORT' : 'UNDECIDED';
  const sentence = `${name}: có ${held}, cần ${required}, còn thiếu ${shortfall}.`;
  const counts = { required, held, shortfall, fulfilled: shortfall === 0, pending, verdict } as const;
  return { code, name, countedAs: 'PROVINCE', ...counts, sentence };
}

function report(standings: Standing[], changed: Partial<QuotaReport> = {}): QuotaReport {
  const sum = (key: 'required' | 'held' | 'shortfall') => standings.reduce((all, one) => all + one[key], 0);
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
    sentences: ['Chỉ tiêu: câu đầu.', 'Câu sau.'],
    standings,
    carried: null,
    ...changed,
  };
}

const HANOI = standing('01', 'Hà Nội', 15, 3);
const SHORT = report([HANOI, standing('48', 'Đà Nẵng', 2, 3)]);

describe('a quota that is short in one place', () => {
  it('says so in the last line and in a row with have and need, between the sentences of the server', () => {
    const lines = asTable(SHORT, ON_PAPER);
    expect(lines[0]).toBe('Chỉ tiêu: câu đầu.');
    expect(lines).toContain('48  Đà Nẵng      2    3      1  Thiếu');
    expect(lines.at(-2)).toBe('Câu sau.');
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
  const sentences = ['[MÔ PHỎNG] Chỉ tiêu: câu đầu.'];
  const synthetic = report([HANOI], { origin: 'SYNTHETIC', sentences });

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

describe('a unit that waits for recognitions which would fill its gap', () => {
  const waiting = standing('48', 'Đà Nẵng', 2, 3, 1);
  const unknown = report([HANOI, waiting]);

  it('has neither enough nor too few: exit code 2, unless said otherwise', () => {
    expect(unknown.outcome).toBe('UNKNOWN');
    expect([exitCodeOf('UNKNOWN'), exitCodeOf('UNKNOWN', 'short'), exitCodeOf('UNKNOWN', 'unknown')]).toEqual([
      2, 0, 1,
    ]);
    expect([exitCodeOf('FULFILLED', 'unknown'), exitCodeOf('SHORT', 'unknown')]).toEqual([0, 1]);
    expect(lastLine(unknown)).toMatch(/^KHÔNG TRẢ LỜI ĐƯỢC: 1 địa phương còn chờ công nhận\. /);
    expect(asTable(unknown, ON_PAPER)).toContain('48  Đà Nẵng      2    3      1  Chờ công nhận');
    expect(asJunit(unknown).join('')).toContain('failures="0" skipped="1"');
    expect(outcomeOf([])).toBe('UNKNOWN');
  });

  it('does not hide a gap that is certain', () => {
    const mixed = report([waiting, standing('01', 'Hà Nội', 2, 3)]);
    expect(lastLine(mixed)).toBe('THIẾU: 1 địa phương, 1 Công an phường');
  });
});
