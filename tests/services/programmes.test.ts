import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { startOnPlace } from '@tieuchi/standalone';
import { Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { run } from '../../clients/cli/src/program';
import {
  asFile,
  newIndicator,
  newProgramme,
  newTarget,
} from '../../services/rural-security/src/programme/programme.fixture';
import { startTestSystem, type TestSystem } from '../support/test-system';

const SHIPPED = join(__dirname, '../../services/rural-security/data/ntm-2021-2025.json');
const INDICATOR = 'ntm-2021-2025/19.2';
const TODAY = '2026-11-21';
/** Everything that a programme's file makes, with the transaction that wrote it. */
const TABLES = [
  'programme',
  'indicator',
  'population',
  'criteria_set',
  'criteria_item',
  'assessment_year',
  'target',
  'imported_programme',
  'security_tally',
];

let system: TestSystem;
beforeEach(async () => {
  system = await startTestSystem('real', { now: () => new Date(`${TODAY}T05:00:00Z`) });
}, 60_000);
afterEach(() => system.stop());

interface Outcome {
  readonly status: string;
  readonly report: {
    readonly faults: { place: string; message: string }[];
    readonly changes: { place: string; before: unknown; after: unknown }[];
  };
}

async function send(content: Buffer, dryRun = false): Promise<Outcome> {
  const response = await fetch(new URL(`/imports?kind=programme&name=thu.json&dryRun=${dryRun}`, system.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${system.tokens.get(Role.MINISTRY)}` },
    body: new Uint8Array(content),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Outcome;
}

async function snapshot(): Promise<Record<string, object[]>> {
  const rows = TABLES.map(async (table): Promise<[string, object[]]> => {
    const found = await system.database.query<{ row: string }>(
      `select xmin::text || ' ' || t::text as row from rural_security.${table} t order by 1`,
    );
    return [table, found];
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** A file of the shipped programme with a change; it is written as its own file says. */
function shippedWith(change: (indicator: ReturnType<typeof newIndicator>) => void): Buffer {
  const programme = JSON.parse(readFileSync(SHIPPED, 'utf8'));
  change(programme.indicators[0]);
  return asFile(programme);
}

/** The same database started once more, as after a restart; stopping it leaves the database. */
async function restart(): Promise<void> {
  const { database } = system;
  const again = await startOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
    },
    database.secrets,
    { ...database, stop: async () => {} },
  );
  await again.stop();
}

async function assess(unitId: string, year: number): Promise<void> {
  const connectionString = system.database.urlsOf(RURAL_SECURITY_ROLES).appUrl;
  const client = new Client({ connectionString, options: '-c search_path=rural_security,public' });
  await client.connect();
  await client.query("select set_config('app.actor', 'tester', false), set_config('app.role', 'APPRAISER', false)");
  await client.query("select set_config('app.scope', 'VN', false)");
  await client.query(
    `insert into assessment (unit_id, indicator_id, year, state, verdict) values ($1, $2, $3, 'APPRAISED', 'MET')`,
    [unitId, INDICATOR, year],
  );
  await client.end();
}

async function someCommune(): Promise<string> {
  const [commune] = await system.database.query<{ unit_id: string }>(
    `select unit_id from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' order by unit_id limit 1`,
  );
  return (commune as { unit_id: string }).unit_id;
}

describe('programmes', () => {
  it('are loaded once: a second start writes nothing', async () => {
    const before = await snapshot();
    expect(before.programme).toHaveLength(5);
    await restart();
    expect(await snapshot()).toEqual(before);
  });

  it('show papers, sets with rules in words, years with windows, and what is not verified', async () => {
    system.takeStatements();
    const { data, errors } = await system.ask(`{
      programmes {
        id title(language: EN) validFrom validTo closingMap note isImported legalBasis { number date issuer title status }
        indicators {
          id shape source authorities { nameVi validFrom validTo status } unitGroups { id titleVi status }
          populations { id level kinds isListed isDefault note }
          criteriaSets {
            version validFrom status source rule { kind text }
            items { number text status source evidencePolicy evidenceChecklist points
              rule { kind text(language: EN) conditions { part of atLeastPercent } } }
          }
          years { year criteriaVersion windowFrom windowTo windowStatus submitBy countedOn countedOnBasis }
          targets { id scopeLevel scopeCode percent units year due source inherited }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(system.takeStatements()).toHaveLength(6);
    const indicators = data.programmes.flatMap((programme: { indicators: object[] }) => programme.indicators);
    const find = (id: string) => indicators.find((indicator: { id: string }) => indicator.id === id);
    const current = find(INDICATOR).criteriaSets.find(({ version }: { version: string }) => version === 'HD-04-2024');
    expect(current).toMatchObject({
      status: 'SOURCED',
      rule: { kind: 'ALL_OF', text: 'Đạt khi đạt đủ tất cả nội dung.' },
    });
    expect(current.items.map(({ status }: { status: string }) => status)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => (number <= 3 ? 'SOURCED' : 'UNVERIFIED')),
    );
    expect(current.items[1].evidencePolicy).toBe('REFERENCE_ONLY');
    expect(find(INDICATOR).years.map((year: object) => Object.values(year).slice(0, 2))).toEqual([
      [2021, '2016-2020'],
      [2022, 'QD-318-2022'],
      [2023, 'QD-318-2022'],
      [2024, 'HD-04-2024'],
      [2025, 'HD-04-2024'],
    ]);
    expect(find('safe-unit/tt124').criteriaSets[0].items[3].rule).toMatchObject({
      kind: 'SHARE_OF_SUB_UNITS',
      conditions: [{ atLeastPercent: '100' }, { part: 'recognised', of: 'registered', atLeastPercent: '70' }],
    });
    expect(find('safe-unit/tt124').authorities[1]).toMatchObject({ nameVi: null, status: 'UNVERIFIED' });
    expect(find('ntm-advanced-2021-2025/19.2').targets).toContainEqual(
      expect.objectContaining({ scopeCode: '84', year: 2023, units: 43, percent: null, due: null }),
    );
  });

  it.each([
    ['2021-01-01', 'ntm-2021-2025'],
    ['2025-12-31', 'ntm-2021-2025'],
    ['2026-01-31', null],
    [null, 'ntm-2026-2030'],
  ])('have a default one by the day: on %s it is %s', async (on, id) => {
    const { data } = await system.ask('query Q($on: Date) { programmeInForce(on: $on) { id } }', { on });
    expect(data.programmeInForce?.id ?? null).toBe(id);
  });

  it('count the commune-level units of a standard on both sides of 1 July 2025', async () => {
    const total = async (year: number) => {
      const query = `query @asOf(map: "2025-06-30") { country { securityTallies(indicator: "safe-unit/tt124", year: ${year}) { total } } }`;
      return (await system.ask(query)).data.country.securityTallies[0].total;
    };
    expect([await total(2024), await total(2025)]).toEqual(await unitsOn(['2024-11-15', '2025-11-15']));
  });

  it('leave interim targets to their year: attainment is measured against that of the due day', async () => {
    const { data } = await system.ask(`query @asOf(map: "2025-06-30") {
      province(code: "84") {
        attainment(indicator: "ntm-advanced-2021-2025/19.2", year: 2023) { target { percent source inherited } }
        securityTargets { indicatorId year units percent inherited }
      }
    }`);
    expect(data.province.attainment.target).toMatchObject({ percent: '50', inherited: true });
    const advanced = data.province.securityTargets.filter(
      ({ indicatorId }: { indicatorId: string }) => indicatorId === 'ntm-advanced-2021-2025/19.2',
    );
    expect(advanced.map(({ year, units, inherited }: Record<string, unknown>) => [year, units, inherited])).toEqual([
      [2022, 37, false],
      [2023, 43, false],
      [null, null, true],
    ]);
  });
});

async function unitsOn(days: string[]): Promise<number[]> {
  const rows = await system.database.query<{ count: number }>(
    `select count(v.unit_id)::int as count from unnest($1::date[]) as asked(day)
     join geography.unit_version v on v.valid @> asked.day join geography.unit u on u.id = v.unit_id and u.level = 'COMMUNE'
     group by asked.day order by asked.day`,
    [days],
  );
  return rows.map(({ count }) => count);
}

describe('a new programme', () => {
  it('needs a file and no code: its tallies and its attainment appear, and an open window says so', async () => {
    const content = asFile({ ...newProgramme(), indicators: [newIndicator()] });
    const preview = await send(content, true);
    expect(preview.status).toBe('PREVIEWED');
    expect((await send(content)).status).toBe('APPLIED');
    const { data, errors } = await system.ask(`query @asOf(map: "2026-11-15") {
      country {
        securityTallies(indicator: "new-2026/1.1", year: 2026) { population met unknown total countedOn }
        attainment(indicator: "new-2026/1.1", year: 2026) { total verdict unknownByReason { reason count } target { percent } }
        open: attainment(indicator: "new-2026/1.1", year: 2027) { unknownByReason { reason count } }
      }
    }`);
    expect(errors).toBeUndefined();
    const [row] = await system.database.query<{ total: number }>(
      `select count(*)::int as total from geography.unit_version where kind = 'RURAL_COMMUNE' and valid @> date '2026-11-15'`,
    );
    const total = row?.total as number;
    expect(total).toBeGreaterThan(2_000);
    expect(data.country.securityTallies).toEqual([
      { population: 'ALL_COMMUNES', met: 0, unknown: total, total, countedOn: '2026-11-15' },
    ]);
    expect(data.country.attainment).toMatchObject({ total, verdict: 'NO_DATA', target: { percent: '90' } });
    expect(data.country.attainment.unknownByReason).toEqual([{ reason: 'NOT_STARTED', count: total }]);
    expect(data.country.open.unknownByReason).toEqual([{ reason: 'WINDOW_OPEN', count: total }]);
  });

  it('stays after a restart, and the same file again changes nothing', async () => {
    await send(asFile(newProgramme()));
    const before = await snapshot();
    expect((await send(asFile(newProgramme()))).status).toBe('UNCHANGED');
    await restart();
    expect(await snapshot()).toEqual(before);
  });

  it('is taken once when two send it at the same moment', async () => {
    const outcomes = await Promise.all([1, 2].map(() => send(asFile(newProgramme()))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['APPLIED', 'UNCHANGED']);
  });

  it('may not take an indicator or a target of another one', async () => {
    const before = await snapshot();
    const indicator = { ...newIndicator(), id: INDICATOR, targets: [{ ...newTarget(), id: 'qd-926/t4' }] };
    const { status, report } = await send(asFile({ ...newProgramme(), indicators: [indicator] }));
    expect(status).toBe('REFUSED');
    expect(report.faults.map(({ place }) => place)).toEqual(['indicators[0].id', 'indicators[0].targets[0].id']);
    expect(await snapshot()).toEqual(before);
  });
});

describe('a new version of a programme', () => {
  const stricter = () =>
    shippedWith((indicator) => {
      indicator.targets = indicator.targets.map((target, index) =>
        index === 0 ? { ...target, percent: '99.5' } : target,
      );
    });

  it('is told change by change in a dry run, which changes nothing', async () => {
    const before = await snapshot();
    expect(await send(stricter(), true)).toEqual({
      status: 'PREVIEWED',
      report: {
        faults: [],
        changes: [{ place: `indicators["${INDICATOR}"].targets["qd-926/t3"].percent`, before: '99', after: '99.5' }],
      },
    });
    expect(await snapshot()).toEqual(before);
  });

  it('stands before the shipped one, also after a restart', async () => {
    expect((await send(stricter())).status).toBe('APPLIED');
    await restart();
    const { data } = await system.ask('{ country { securityTargets { id percent } } programmes { id isImported } }');
    expect(data.country.securityTargets).toContainEqual({ id: 'qd-926/t3', percent: '99.5' });
    expect(data.programmes).toContainEqual({ id: 'ntm-2021-2025', isImported: true });
  });

  it('changes nothing where only its layout does', async () => {
    const before = await snapshot();
    expect(await send(shippedWith(() => {}))).toMatchObject({ status: 'UNCHANGED', report: { changes: [] } });
    expect(await snapshot()).toEqual(before);
  });

  it('touches nothing but what it changes, and can make another population the default', async () => {
    const before = await snapshot();
    const content = shippedWith((indicator) => {
      const [all, programme] = indicator.populations;
      indicator.populations = [
        { ...programme!, isDefault: true, kinds: ['RURAL_COMMUNE'] },
        { ...all!, isDefault: false },
      ];
    });
    expect((await send(content)).status).toBe('APPLIED');
    const after = await snapshot();
    const changed = (table: string) =>
      after[table]?.filter((row) => !JSON.stringify(before[table]).includes(JSON.stringify(row)));
    for (const table of ['indicator', 'criteria_set', 'criteria_item', 'assessment_year', 'target']) {
      expect([table, changed(table)]).toEqual([table, []]);
    }
    expect(changed('population')).toHaveLength(2);
    expect(after.population).toHaveLength((before.population?.length ?? 0) - 1);
    expect(changed('programme')).toHaveLength(1);
  });

  it('takes away a year that nobody used', async () => {
    const without2025 = shippedWith((indicator) => void indicator.years.pop());
    expect((await send(without2025)).status).toBe('APPLIED');
    const { errors } = await system.ask(
      `query @asOf(map: "2025-06-30") { country { attainment(indicator: "${INDICATOR}", year: 2025) { met } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['YEAR_NOT_FOUND']);
  });

  it.each<[string, (indicator: ReturnType<typeof newIndicator>) => void, string]>([
    ['the year', (indicator) => void indicator.years.pop(), 'indicators[0].years'],
    ['a content', (indicator) => void indicator.criteriaSets[2]?.items.pop(), 'indicators[0].criteriaSets[2].items'],
    [
      'the units of its population',
      (indicator) => Object.assign(indicator.populations[0]!, { kinds: ['WARD'] }),
      'indicators[0].populations',
    ],
  ])('does not take away what an assessment rests on: %s', async (_, change, place) => {
    await assess(await someCommune(), 2025);
    const before = await snapshot();
    for (const dryRun of [true, false]) {
      const { status, report } = await send(shippedWith(change), dryRun);
      expect(status).toBe('REFUSED');
      expect(report.faults).toEqual([{ place, message: expect.stringContaining('2025') }]);
    }
    expect(await snapshot()).toEqual(before);
  });

  it.each([
    [
      'breaks its schema',
      shippedWith((indicator) => Object.assign(indicator, { number: 19.2 })),
      'indicators[0].number',
    ],
    [
      'contradicts itself',
      shippedWith((indicator) => Object.assign(indicator.years[4]!, { year: 2024 })),
      'indicators[0].years[4].year',
    ],
    ['is not JSON', Buffer.from('{\n  "id": "ntm-2021-2025",\n}'), 'line 3, column 1'],
    ['is empty', Buffer.alloc(0), 'line 1, column 1'],
  ])('is refused with its place and loses nothing where it %s', async (_, content, place) => {
    const before = await snapshot();
    const { status, report } = await send(content);
    expect(status).toBe('REFUSED');
    expect(report.faults[0]).toEqual({ place, message: expect.any(String) });
    expect(await snapshot()).toEqual(before);
  });
});

describe('tieuchi programme import', () => {
  async function tieuchi(...argv: string[]) {
    const output = new PassThrough();
    const token = system.tokens.get(Role.MINISTRY) as string;
    const connection = ['--url', system.url, '--token', token];
    const exitCode = await run(['node', 'tieuchi', ...connection, 'programme', 'import', ...argv], {}, output, output);
    return { exitCode, lines: `${output.read() ?? ''}`.trim().split('\n') };
  }

  function onDisk(content: Buffer): string {
    const file = join(mkdtempSync(join(tmpdir(), 'programme-')), 'thu.json');
    writeFileSync(file, content);
    return file;
  }

  it('prints each change of a dry run in a line', async () => {
    const file = onDisk(shippedWith((indicator) => Object.assign(indicator, { nounEn: 'rural communes' })));
    expect(await tieuchi(file, '--dry-run')).toEqual({
      exitCode: 0,
      lines: [`~ indicators["${INDICATOR}"].nounEn: "communes" → "rural communes"`, 'Dry run: nothing was changed.'],
    });
  });

  it('prints each fault with its place, and exits with 1', async () => {
    const file = onDisk(shippedWith((indicator) => Object.assign(indicator, { number: 19.2 })));
    const { exitCode, lines } = await tieuchi(file);
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^indicators\[0\]\.number: /);
    const json = await tieuchi(file, '--format', 'json');
    expect(JSON.parse(json.lines[0] as string)).toMatchObject({ status: 'REFUSED' });
  });
});
