import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Role, StartError } from '@tieuchi/subgraph-kit';
import { decodeProtectedHeader } from 'jose';
import { createTokenVerifier } from '../token-verifier';
import { endDevelopmentGrants, issueDevelopmentTokens } from './development-tokens';
import { openOwnIssuer } from './own-issuer';
import { verifyOwnIssuer } from './own-issuer-verifier';

/** Half past six in the evening in Vietnam. */
const EVENING = Date.parse('2026-03-10T11:30:00Z');
const OFFICER = { role: Role.COMMUNE_OFFICER, within: 'C-00001', from: '2026-03-10', until: null };
const WANTED = { subject: 'officer', role: null, within: null, hours: 12 };

let folder: string;
let clock: number;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tieuchi-own-issuer-')), 'issuer');
  clock = EVENING;
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'setTimeout'],
    now: clock,
  });
});
afterEach(() => {
  jest.useRealTimers();
  rmSync(join(folder, '..'), { recursive: true });
});

function passTime(to: string): void {
  jest.setSystemTime(Date.parse(to));
}
const open = () => openOwnIssuer(folder);
/** As the gateway does: opened once, asked again and again. */
function openVerifier() {
  const verify = createTokenVerifier([verifyOwnIssuer(folder)]);
  return (token: string) => verify(token).catch(({ code }: { code: string }) => code);
}

async function begin(grant: object = {}) {
  const issuer = open();
  await issuer.addUser('officer', 'Nguyễn Văn A', 'operator');
  await issuer.grant('officer', { ...OFFICER, ...grant }, 'operator');
  return issuer;
}

describe('the installation’s own issuer', () => {
  it('keeps keys and users in files that only their owner can read, and nothing beside them', async () => {
    await begin();
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'users.json']);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('says of each grant who gave it, when, and who took it back', async () => {
    const issuer = await begin();
    passTime('2026-03-11T02:00:00Z');
    await issuer.revoke('officer', null, 'another operator');
    expect(issuer.users()).toEqual([
      {
        subject: 'officer',
        name: 'Nguyễn Văn A',
        addedBy: 'operator',
        addedAt: '2026-03-10T11:30:00.000Z',
        grants: [
          {
            id: expect.stringMatching(/^g-[0-9a-f]{12}$/),
            ...OFFICER,
            grantedBy: 'operator',
            grantedAt: '2026-03-10T11:30:00.000Z',
            revokedBy: 'another operator',
            revokedAt: '2026-03-11T02:00:00.000Z',
          },
        ],
      },
    ]);
  });

  it('issues what the gateway accepts, for the role and the unit of the grant', async () => {
    const { token } = await (await begin()).issueToken(WANTED);
    expect(await openVerifier()(token)).toEqual({ subject: 'officer', role: 'COMMUNE_OFFICER', scope: 'C-00001' });
  });

  it('issues no token that lasts longer than its grant, whose last day ends at midnight in Vietnam', async () => {
    const issuer = await begin({ until: '2026-03-10' });
    const { token, expiresAt } = await issuer.issueToken(WANTED);
    expect(expiresAt.toISOString()).toBe('2026-03-10T17:00:00.000Z');
    const verify = openVerifier();
    passTime('2026-03-10T16:59:59Z');
    expect(await verify(token)).toMatchObject({ subject: 'officer' });
    passTime('2026-03-10T17:00:01Z');
    expect(await verify(token)).toBe('GRANT_ENDED');
    await expect(issuer.issueToken(WANTED)).rejects.toThrow('no such grant that holds on 2026-03-11');
  });

  it('issues none before a grant begins', async () => {
    const issuer = await begin({ from: '2026-03-11' });
    await expect(issuer.issueToken(WANTED)).rejects.toThrow('no such grant that holds on 2026-03-10');
    passTime('2026-03-10T17:00:00Z');
    await expect(issuer.issueToken(WANTED)).resolves.toMatchObject({ grant: { from: '2026-03-11' } });
  });

  it('ends a token with its grant, at the next request and for a gateway that runs', async () => {
    const issuer = await begin();
    await issuer.grant('officer', { ...OFFICER, role: Role.APPRAISER, within: 'P-19' }, 'operator');
    const entering = await issuer.issueToken({ ...WANTED, role: 'COMMUNE_OFFICER' });
    const appraising = await issuer.issueToken({ ...WANTED, within: 'P-19' });
    const verify = openVerifier();
    expect(await verify(entering.token)).toMatchObject({ role: 'COMMUNE_OFFICER' });
    await issuer.revoke('officer', entering.grant.id, 'operator');
    expect(await verify(entering.token)).toBe('GRANT_ENDED');
    expect(await verify(appraising.token)).toMatchObject({ role: 'APPRAISER', scope: 'P-19' });
  });

  it('ends the tokens of a user who is gone from the file', async () => {
    const { token } = await (await begin()).issueToken(WANTED);
    const verify = openVerifier();
    expect(await verify(token)).toMatchObject({ subject: 'officer' });
    writeFileSync(join(folder, 'users.json'), '[]');
    expect(await verify(token)).toBe('GRANT_ENDED');
  });

  it('asks which grant where several hold', async () => {
    const issuer = await begin();
    await issuer.grant('officer', { ...OFFICER, within: 'C-00002' }, 'operator');
    await expect(issuer.issueToken(WANTED)).rejects.toThrow(/--role and --within.*C-00001.*C-00002/);
    await expect(issuer.issueToken({ ...WANTED, within: 'C-00002' })).resolves.toMatchObject({
      grant: { within: 'C-00002' },
    });
  });

  it.each<[string, (issuer: Awaited<ReturnType<typeof begin>>) => Promise<unknown>, RegExp]>([
    ['a subject a second time', (issuer) => issuer.addUser('officer', 'B', 'x'), /is there already/],
    ['the system’s own name', (issuer) => issuer.addUser('system', 'B', 'x'), /the software's own/],
    ['nobody’s name', (issuer) => issuer.addUser('anonymous', 'B', 'x'), /the software's own/],
    ['a subject that cannot be printed', (issuer) => issuer.addUser('a\0', 'B', 'x'), /subject must be 1 to 200/],
    ['a grant of nobody', (issuer) => issuer.grant('stranger', OFFICER, 'x'), /there is no user "stranger"/],
    [
      'a day that there is not',
      (issuer) => issuer.grant('officer', { ...OFFICER, until: '2026-02-30' }, 'x'),
      /until must be a day/,
    ],
    [
      'an end before its beginning',
      (issuer) => issuer.grant('officer', { ...OFFICER, until: '2026-03-09' }, 'x'),
      /before it begins/,
    ],
    ['the end of a grant that there is not', (issuer) => issuer.revoke('officer', 'g-0', 'x'), /no open grant g-0/],
    ['a token of 721 hours', (issuer) => issuer.issueToken({ ...WANTED, hours: 721 }), /at most 720 hours/],
    ['a token of no hours', (issuer) => issuer.issueToken({ ...WANTED, hours: 0 }), /more than 0/],
    ['a token of NaN hours', (issuer) => issuer.issueToken({ ...WANTED, hours: Number.NaN }), /more than 0/],
  ])('refuses %s and changes nothing', async (_what, act, reason) => {
    const issuer = await begin();
    const before = issuer.users();
    await expect(act(issuer)).rejects.toMatchObject({ name: 'IssuerRefusal', message: expect.stringMatching(reason) });
    expect(issuer.users()).toEqual(before);
  });
});

describe('a key', () => {
  it('that is rotated out signs no more and has no private part, but verifies until its last token has expired', async () => {
    const issuer = await begin();
    const early = await issuer.issueToken({ ...WANTED, hours: 2 });
    const late = await issuer.issueToken({ ...WANTED, hours: 3 });
    const verify = openVerifier();
    await issuer.rotateKey(false);
    const renewed = await issuer.issueToken(WANTED);
    expect(decodeProtectedHeader(renewed.token).kid).not.toBe(decodeProtectedHeader(late.token).kid);
    expect(issuer.keys().map(({ d }) => d === null)).toEqual([false, true]);
    for (const { token } of [early, late, renewed]) expect(await verify(token)).toMatchObject({ subject: 'officer' });
    passTime('2026-03-10T14:29:00Z');
    expect(await verify(early.token)).toBe('TOKEN_EXPIRED');
    expect(await verify(late.token)).toMatchObject({ subject: 'officer' });
    passTime('2026-03-10T14:31:00Z');
    expect(await verify(late.token)).toBe('KEY_UNKNOWN');
    expect(await verify(renewed.token)).toMatchObject({ subject: 'officer' });
    await issuer.rotateKey(false);
    expect(issuer.keys()).toHaveLength(2);
  });

  it('that somebody else may have ends at once, with all that it signed', async () => {
    const issuer = await begin();
    const { token } = await issuer.issueToken(WANTED);
    const verify = openVerifier();
    await issuer.rotateKey(true);
    expect(await verify(token)).toBe('KEY_UNKNOWN');
    expect(issuer.keys()).toHaveLength(1);
  });
});

describe('the issuer’s folder', () => {
  it('takes changes one at a time, and loses none of 40 at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => open().addUser(`user-${index}`, 'A', 'operator')));
    expect(open().users()).toHaveLength(40);
  });

  it('names who is changing it where that does not end, and the file to remove', async () => {
    await begin();
    writeFileSync(join(folder, 'changing'), 'process 1 on elsewhere since yesterday');
    await expect(open().addUser('b', 'B', 'operator')).rejects.toMatchObject({
      message: 'the issuer is being changed by process 1 on elsewhere since yesterday',
      hint: `if that has ended, remove ${join(folder, 'changing')}`,
    });
    expect(existsSync(join(folder, 'changing'))).toBe(true);
  });

  it('goes on after a change that was killed', async () => {
    await begin();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'changing'), `process ${pid} on ${hostname()} since yesterday`);
    await Promise.all(['b', 'c', 'd'].map((subject) => open().addUser(subject, 'B', 'operator')));
    expect(open().users()).toHaveLength(4);
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'users.json']);
  });

  it('that is not whole refuses every token, in words for the log', async () => {
    const { token } = await (await begin()).issueToken(WANTED);
    const verify = createTokenVerifier([verifyOwnIssuer(folder)]);
    writeFileSync(join(folder, 'users.json'), '[{"subject": "officer"}]');
    await expect(verify(token)).rejects.toMatchObject({ code: 'ISSUER_UNREADABLE' });
    writeFileSync(join(folder, 'keys.json'), '[');
    await expect(verify(token)).rejects.toMatchObject({ code: 'KEYS_UNUSABLE' });
  });

  it('whose keys others can read is refused by name', async () => {
    await begin();
    chmodSync(join(folder, 'keys.json'), 0o644);
    expect(() => open().keys()).toThrow(StartError);
    expect(() => verifyOwnIssuer(folder)).toThrow(/keys\.json can be read by others/);
  });

  it('that holds no key is refused by a gateway', () => {
    expect(() => verifyOwnIssuer(folder)).toThrow(/there is no issuer in/);
  });
});

describe('the tokens that a start prints', () => {
  it('are tokens of users like any other, one for each role, for the whole country and twelve hours', async () => {
    const tokens = await issueDevelopmentTokens(folder);
    expect([...tokens.keys()]).toEqual(Object.values(Role));
    const verify = openVerifier();
    for (const [role, token] of tokens) {
      expect(await verify(token)).toEqual({ subject: `development-${role.toLowerCase()}`, role, scope: 'VN' });
    }
    passTime('2026-03-10T23:31:00Z');
    expect(await verify(tokens.get(Role.ADMIN) as string)).toBe('TOKEN_EXPIRED');
    await issueDevelopmentTokens(folder);
    expect(
      open()
        .users()
        .map(({ grants }) => grants.length),
    ).toEqual(Object.values(Role).map(() => 1));
  });

  it('end where the next start is reachable by others; the users that were added stay', async () => {
    const own = await (await begin()).issueToken(WANTED);
    const tokens = await issueDevelopmentTokens(folder);
    const verify = openVerifier();
    await endDevelopmentGrants(folder);
    for (const token of tokens.values()) expect(await verify(token)).toBe('GRANT_ENDED');
    expect(await verify(own.token)).toMatchObject({ subject: 'officer' });
    const unchanged = readFileSync(join(folder, 'users.json'), 'utf8');
    await endDevelopmentGrants(folder);
    expect(readFileSync(join(folder, 'users.json'), 'utf8')).toBe(unchanged);
  });
});
