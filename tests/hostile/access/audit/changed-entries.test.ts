import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditStage, openAuditStage } from './audit-stage.fixture';

const PAGE = join(__dirname, '../../../../docs/audit.md');
const hasPython = spawnSync('python3', ['--version']).status === 0;

let stage: AuditStage;
/** The position of the 20th of 40 papers. */
let place: number;
beforeAll(async () => {
  stage = await openAuditStage();
  await stage.record(20);
  const [row] = await stage.tamper<{ end: string }>('select max(position) as end from audit_seal');
  place = Number(row?.end);
  await stage.record(20);
}, 60_000);
afterAll(() => stage.stop());

/** The entry that is sealed at a position. */
async function entryAt(position: number): Promise<string> {
  const [row] = await stage.tamper<{ entry_id: string }>('select entry_id from audit_seal where position = $1', [
    position,
  ]);
  return row!.entry_id;
}

/** What is found while it is so; it is put back afterwards, and found whole. */
async function whileTampered(change: string, undo: string) {
  await stage.tamper(change);
  const found = await stage.verify();
  await stage.tamper(undo);
  const { exitCode, finding } = await stage.verify();
  expect({ exitCode, fault: finding.firstFault, unsealed: finding.unsealedFaults }).toEqual({
    exitCode: 0,
    fault: null,
    unsealed: [],
  });
  return found;
}

describe('tieuchi audit verify', () => {
  it('finds an audit whole that nobody touched, and says how many of its entries hold', async () => {
    const { exitCode, finding, lines } = await stage.verify();
    const [{ count }] = (await stage.tamper<{ count: number }>('select count(*)::int from audit_seal')) as [
      { count: number },
    ];
    expect(exitCode).toBe(0);
    expect(finding).toMatchObject({ service: 'rural_security', firstFault: null, byHand: {} });
    expect(finding.sealed).toBeGreaterThan(40);
    expect(count).toBeGreaterThanOrEqual(finding.sealed);
    expect(lines[0]).toMatch(/^ok {3}rural-security: \d+ entries hold, to [0-9a-f]{64}; \d+ not sealed yet/);
  });

  (hasPython ? it : it.skip)('finds no more than the script of docs/audit.md, which needs Python', async () => {
    const headers = { authorization: `Bearer ${stage.auditor.token}` };
    const input = await (await fetch(`${stage.system.url}/audit/rural-security.jsonl`, { headers })).text();
    const [, script = ''] = /```python\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
    const check = (lines: string) => spawnSync('python3', ['-c', script], { input: lines, encoding: 'utf8' });
    const count = input.trimEnd().split('\n').length - 1;
    expect(check(input).stdout).toMatch(new RegExp(`^${count} hold, to [0-9a-f]{64}\n$`));
    expect(check(input.replace('clerk 7"', 'clerk 8"')).stderr).toMatch(/AssertionError: position \d+/);
  });

  it.each([
    ['actor', "'clerk 2x'"],
    ['at', "at + interval '1 microsecond'"],
    ['row_count', 'row_count + 1'],
    ['role', "'ADMIN'"],
    ['login', "'postgres'"],
    ['detail', `'{"note": "x"}'`],
  ])('names the entry in which a superuser changed %s', async (column, value) => {
    const id = await entryAt(place);
    const kept = `create table public.kept as select * from audit_entry where id = ${id}`;
    const { exitCode, finding, lines } = await whileTampered(
      `${kept}; update audit_entry set ${column} = ${value} where id = ${id}`,
      `update audit_entry e set ${column} = k.${column} from public.kept k where e.id = k.id; drop table public.kept`,
    );
    expect(exitCode).toBe(1);
    expect(finding.firstFault).toMatchObject({ kind: 'ENTRY_CHANGED', position: place, entryId: id, what: 'document' });
    expect(lines[0]).toMatch(
      new RegExp(`^ill {2}rural-security: position ${place}, entry ${id} of 2\\S+, INSERT of document`),
    );
  });

  it('names the seal in which one byte of the hash was flipped', async () => {
    const flip = `update audit_seal set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where position = ${place}`;
    const { finding } = await whileTampered(flip, flip);
    expect(finding.firstFault).toMatchObject({ kind: 'SEAL_CHANGED', position: place });
  });

  it('names the entry whose seal says another instant', async () => {
    const move = (by: string) =>
      `update audit_seal set sealed_at = sealed_at + interval '${by}' where position = ${place}`;
    const { finding } = await whileTampered(move('1 day'), move('-1 day'));
    expect(finding.firstFault).toMatchObject({ kind: 'ENTRY_CHANGED', position: place });
  });

  it('names an entry that was deleted', async () => {
    const id = await entryAt(place);
    const { finding } = await whileTampered(
      `create table public.kept as select * from audit_entry where id = ${id}; delete from audit_entry where id = ${id}`,
      'insert into audit_entry overriding system value select * from public.kept; drop table public.kept',
    );
    expect(finding.firstFault).toMatchObject({ kind: 'ENTRY_MISSING', position: place, entryId: id });
  });

  it('names the place of a seal that was deleted, and the entry that has none', async () => {
    const id = await entryAt(place);
    const { finding } = await whileTampered(
      `create table public.kept as select * from audit_seal where position = ${place}; delete from audit_seal where position = ${place}`,
      'insert into audit_seal select * from public.kept; drop table public.kept',
    );
    expect(finding.firstFault).toMatchObject({ kind: 'SEAL_MISSING', position: place });
    expect(finding.unsealedFaults).toEqual([expect.stringMatching(`^entry ${id} .* has no seal and waits for none`)]);
  });

  it('names the place of an entry that was deleted with its seal', async () => {
    const id = await entryAt(place);
    const { finding } = await whileTampered(
      `create table public.kept as select * from audit_entry where id = ${id}; delete from audit_entry where id = ${id};
       create table public.kept_seal as select * from audit_seal where entry_id = ${id}; delete from audit_seal where entry_id = ${id}`,
      `insert into audit_entry overriding system value select * from public.kept; drop table public.kept;
       insert into audit_seal select * from public.kept_seal; drop table public.kept_seal`,
    );
    expect(finding.firstFault).toMatchObject({ kind: 'SEAL_MISSING', position: place });
    expect(finding.unsealedFaults).toEqual([]);
  });

  it('names the first of two seals that changed places', async () => {
    const change = `update audit_seal set position = -position where position in (${place}, ${place + 3});
      update audit_seal set position = ${place + place + 3} + position where position < 0`;
    const without = 'alter table audit_seal drop constraint audit_seal_position_check';
    const again = 'alter table audit_seal add constraint audit_seal_position_check check (position > 0)';
    const { finding } = await whileTampered(`${without}; ${change}; ${again}`, `${without}; ${change}; ${again}`);
    expect(finding.firstFault).toMatchObject({ kind: 'OUT_OF_ORDER', position: place });
    expect(finding.firstFault?.text).toBe(`what was sealed here stands at position ${place + 3}`);
  });

  it('names the first of two entries whose contents changed places', async () => {
    const [one, other] = [await entryAt(place), await entryAt(place + 3)];
    const change = `
      create table public.kept as select * from audit_entry where id in (${one}, ${other});
      update audit_entry e set at = k.at, actor = k.actor, first_key = k.first_key, last_key = k.last_key
      from public.kept k where e.id in (${one}, ${other}) and k.id = ${one} + ${other} - e.id;
      drop table public.kept`;
    const { finding } = await whileTampered(change, change);
    expect(finding.firstFault).toMatchObject({ kind: 'OUT_OF_ORDER', position: place, entryId: one });
    expect(finding.firstFault?.text).toBe(`it was sealed with what entry ${other} says now`);
  });

  it('names an entry that was inserted past the triggers, however new it looks', async () => {
    const { exitCode, finding } = await whileTampered(
      `insert into audit_entry (actor, role, scope, action, table_name, row_count)
       values ('a made-up clerk', 'MINISTRY', 'VN', 'INSERT', 'document', 1)`,
      "delete from audit_entry where actor = 'a made-up clerk'",
    );
    expect(exitCode).toBe(1);
    expect(finding).toMatchObject({
      firstFault: null,
      unsealedFaults: [
        expect.stringMatching(/by a made-up clerk, has no seal and waits for none: it was inserted by hand/),
      ],
    });
  });

  it('names an entry that was deleted before its seal', async () => {
    const { finding } = await whileTampered(
      'insert into audit_unsealed values (987654321)',
      'delete from audit_unsealed where entry_id = 987654321',
    );
    expect(finding.unsealedFaults).toEqual(['entry 987654321 was deleted before it was sealed']);
  });

  // nothing undoes this one: what is sealed after it goes on from the hash that was made up
  it('names an entry that was inserted with a seal of its own, at the end of the chain', async () => {
    await stage.tamper(
      `insert into audit_entry (actor, role, scope, action) values ('a made-up clerk', 'MINISTRY', 'VN', 'INSERT');
       insert into audit_seal select max(position) + 1, (select max(id) from audit_entry), sha256('x'), clock_timestamp() from audit_seal`,
    );
    const { exitCode, finding } = await stage.verify();
    expect(exitCode).toBe(1);
    expect(finding.firstFault).toMatchObject({ kind: expect.stringMatching(/CHANGED$/), actor: 'a made-up clerk' });
  });
});
