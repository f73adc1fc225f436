import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, dayInVietnam, Role } from '@tieuchi/subgraph-kit';
import { runTieuchi } from '../../../clients/run-tieuchi';
import { startTestSystem, type TestSystem } from '../../../support/test-system';

const CHANGE = 'mutation { recountTallies { counted userErrors { code } } }';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

/** Subjects of this run alone: the folder is all tests' of it. */
const subject = `operator-${randomBytes(4).toString('hex')}`;
const today = dayInVietnam(new Date());

async function tieuchi(...options: string[]) {
  const { code, out, err } = await runTieuchi([...options, '--dir', system.database.secrets.issuerFolder]);
  return { code, out, err };
}

async function changeAs(token: string): Promise<string> {
  const { status, data, errors } = await system.ask(CHANGE, {}, { authorization: `Bearer ${token}` });
  if (status !== 200) return String(status);
  return String(errors?.[0]?.extensions.code ?? data.recountTallies.userErrors[0]?.code ?? 'done');
}

async function issue(...options: string[]): Promise<string> {
  const { code, out, err } = await tieuchi('token', 'issue', subject, ...options);
  expect({ code, err }).toMatchObject({ code: 0 });
  return out[0] as string;
}

describe('an installation without an issuer', () => {
  it('adds, grants and issues on the command line, revokes at once, and rotates its key without a stop', async () => {
    expect(await tieuchi('user', 'add', subject, '--name', 'Trần Thị B')).toMatchObject({ code: 0, err: '' });
    const role = (name: Actor['role'], within: string) =>
      tieuchi('user', 'grant', subject, '--role', name, '--within', within, '--until', today, '--by', 'chief');
    expect((await role(Role.MINISTRY, 'VN')).code).toBe(0);
    expect((await role(Role.VIEWER, 'P-19')).code).toBe(0);

    const ambiguous = await tieuchi('token', 'issue', subject);
    expect(ambiguous).toMatchObject({ code: 1, out: [''], err: expect.stringContaining('--role and --within') });

    const minister = await issue('--role', 'MINISTRY');
    const viewer = await issue('--within', 'P-19');
    expect([await changeAs(minister), await changeAs(viewer)]).toEqual(['done', 'FORBIDDEN']);
    const { exp } = JSON.parse(Buffer.from(minister.split('.')[1] as string, 'base64url').toString());
    expect(dayInVietnam(new Date(exp * 1000 - 1))).toBe(today);

    expect((await tieuchi('key', 'rotate')).code).toBe(0);
    const renewed = await issue('--role', 'MINISTRY');
    expect([await changeAs(minister), await changeAs(renewed)]).toEqual(['done', 'done']);

    expect((await tieuchi('user', 'revoke', subject)).out).toHaveLength(2);
    expect(await Promise.all([minister, renewed, viewer].map(changeAs))).toEqual(['401', '401', '401']);
    const listed = await tieuchi('user', 'list', '--format', 'json');
    const { grants } = JSON.parse(listed.out[0] as string).find((user: Actor) => user.subject === subject);
    expect(grants).toMatchObject([
      { role: 'MINISTRY', within: 'VN', until: today, grantedBy: 'chief', revokedAt: expect.any(String) },
      { role: 'VIEWER', within: 'P-19', until: today, grantedBy: 'chief', revokedAt: expect.any(String) },
    ]);
  }, 120_000);

  it.each([
    ['an unknown subject', ['token', 'issue', 'stranger'], 1, 'there is no user "stranger"'],
    ['an unknown role', ['user', 'grant', subject, '--role', 'KING', '--within', 'VN'], 1, 'role must be among PUBLIC'],
    [
      'a day that there is not',
      ['user', 'grant', subject, '--role', 'VIEWER', '--within', 'VN', '--until', '2026-02-30'],
      2,
      'YYYY-MM-DD',
    ],
    ['hours that are none', ['token', 'issue', subject, '--hours', 'many'], 2, 'Hours are a number'],
    ['a year of hours', ['token', 'issue', subject, '--hours', '8760'], 1, 'at most 720 hours'],
  ])(
    'refuses %s in words',
    async (_what, options, code, words) => {
      const refused = await tieuchi(...options);
      expect(refused).toMatchObject({ code, out: [''], err: expect.stringContaining(words) });
      expect(refused.err).not.toMatch(/^\s+at /m);
    },
    60_000,
  );

  it('shows no private part of a key', async () => {
    const { code, out } = await tieuchi('key', 'list');
    const keys = JSON.parse(readFileSync(join(system.database.secrets.issuerFolder, 'keys.json'), 'utf8'));
    expect(code).toBe(0);
    expect(out.join()).toContain(keys[0].kid);
    expect(out.join()).not.toContain(keys[0].d);
  }, 60_000);
});
