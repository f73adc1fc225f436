import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditHead, readAuditKey, signHead } from '@tieuchi/subgraph-kit';
import { runTieuchi } from '../../../clients/run-tieuchi';
import { until } from '../../../support/until';
import { type AuditStage, openAuditStage } from './audit-stage.fixture';

/** A whole chain with 50 papers, of which the first 20 were backed up, and the signed head of its day. */
interface SignedStage extends AuditStage {
  readonly head: AuditHead;
  readonly withHeads: readonly string[];
}

async function openSignedStage(): Promise<SignedStage> {
  const stage = await openAuditStage();
  await stage.record(20);
  await stage.tamper('create table public.entries as table audit_entry; create table public.seals as table audit_seal');
  await stage.record(30);
  stage.closeDay();
  await until('the head of the day', async () => (await readHeads(stage)).length > 0);
  const [head] = await readHeads(stage);
  return { ...stage, head: head as AuditHead, withHeads: ['--heads', stage.headFile, '--public-key', stage.keyFile] };
}

async function readHeads({ headFile }: AuditStage): Promise<AuditHead[]> {
  const text = await readFile(headFile, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.endsWith('}'));
  return lines.map((line) => JSON.parse(line)).filter(({ service }) => service === 'rural_security');
}

let stage: SignedStage;
beforeEach(async () => {
  stage = await openSignedStage();
}, 60_000);
afterEach(() => stage.stop());

const verifyAsProcess = (...options: readonly string[]) =>
  runTieuchi(['audit', 'verify', '--service', 'rural-security', ...options], {
    TIEUCHI_URL: stage.system.url,
    TIEUCHI_TOKEN: stage.auditor.token,
  });

describe('an audit whose end was cut off', () => {
  it('is found by its head, which says where it ended, and looks whole without it', async () => {
    const cut = stage.head.position - 20;
    await stage.tamper(
      `delete from audit_entry where id in (select entry_id from audit_seal where position > ${cut});
       delete from audit_seal where position > ${cut}`,
    );
    expect(await stage.verify()).toMatchObject({ exitCode: 0, finding: { firstFault: null } });
    const { exitCode, finding } = await stage.verify(...stage.withHeads);
    expect(exitCode).toBe(1);
    expect(finding).toMatchObject({ firstFault: null, heads: { agreeing: 0 } });
    const { day, position } = stage.head;
    expect(finding.heads.faults).toEqual([
      `the head of ${day} says position ${position}, the database ends at ${finding.sealed}`,
    ]);
    expect(finding.sealed).toBeLessThan(position);
  });
});

describe('an audit that was put back from a backup', () => {
  it('is found by its head, before and after it has grown beyond it', async () => {
    await stage.tamper(
      `truncate audit_entry, audit_seal, audit_unsealed;
       insert into audit_entry overriding system value select * from public.entries;
       insert into audit_seal select * from public.seals`,
    );
    const { day, position } = stage.head;
    const process = await verifyAsProcess(...stage.withHeads);
    expect(process.code).toBe(1);
    expect(process.out[0]).toMatch(
      new RegExp(`^ill {2}rural-security: the head of ${day} says position ${position}, the database ends at \\d+$`),
    );
    await stage.record(60);
    const { exitCode, finding } = await stage.verify(...stage.withHeads);
    expect(exitCode).toBe(1);
    expect(finding).toMatchObject({ firstFault: null });
    expect(finding.heads.faults).toEqual([
      `the head of ${day} says another hash at position ${position}: the chain was made anew`,
    ]);
  });
});

describe('an audit in which somebody changed an entry and made every later seal anew', () => {
  beforeEach(async () => {
    await stage.tamper(`
      update audit_entry set actor = 'somebody else' where actor = 'clerk 7';
      update audit_seal s set hash = anew.hash from (
        select position, audit_chain(audit_genesis(), audit_text(position, sealed_at, e)) over (order by position) as hash
        from audit_seal join audit_entry e on e.id = entry_id) as anew
      where anew.position = s.position`);
  });

  it('looks whole without heads, and is found by the head of any day after the change', async () => {
    expect(await stage.verify()).toMatchObject({ exitCode: 0, finding: { firstFault: null } });
    const { code, out, err } = await verifyAsProcess(...stage.withHeads);
    const { day, position } = stage.head;
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out[0]).toBe(
      `ill  rural-security: the head of ${day} says another hash at position ${position}: the chain was made anew`,
    );
  });

  it('is found although a head was made for it with another key', async () => {
    const [row] = await stage.tamper<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit_seal where position = ${stage.head.position}`,
    );
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = signHead({ ...stage.head, hash: row!.hash }, { privateKey, keyId: stage.head.keyId });
    const file = join(stage.folder, 'forged.jsonl');
    writeFileSync(file, `${JSON.stringify(forged)}\n`);
    expect(await stage.verify('--heads', file)).toMatchObject({ exitCode: 0, finding: { heads: { agreeing: 1 } } });
    const { exitCode, finding } = await stage.verify('--heads', file, '--public-key', stage.keyFile);
    expect(exitCode).toBe(1);
    expect(finding.heads.faults).toEqual([`the head of ${forged.day} is not signed with the key that was given`]);
  });
});

describe('an audit with its signed heads', () => {
  it('is borne out by them, and not by those of another installation', async () => {
    const { exitCode, finding } = await stage.verify(...stage.withHeads);
    expect({ exitCode, faults: finding.heads.faults }).toEqual({ exitCode: 0, faults: [] });
    expect(finding.heads.agreeing).toBeGreaterThan(0);
    const other = signHead({ ...stage.head, installation: 'another' }, readAuditKey(stage.folder));
    const file = join(stage.folder, 'other.jsonl');
    writeFileSync(file, `${JSON.stringify(other)}\n`);
    const { finding: found } = await stage.verify('--heads', file, '--public-key', stage.keyFile);
    expect(found.heads.faults).toEqual([
      `no head is of the installation ${finding.installation}: this is another database`,
    ]);
  });

  it('says a file that holds something else, by its line', async () => {
    const file = join(stage.folder, 'cut.jsonl');
    writeFileSync(file, `${JSON.stringify(stage.head)}\n{"format":"tieuchi/audit-he`);
    await expect(stage.verify('--heads', file)).rejects.toThrow(`tieuchi: ${file}, line 2 is no head of an audit`);
  });
});
