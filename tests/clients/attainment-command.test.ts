import { startTestSystem, type TestSystem } from '../support/test-system';
import { runTieuchi } from './run-tieuchi';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

const tieuchi = (...options: string[]) => runTieuchi(options, { TIEUCHI_URL: system.url });

describe('tieuchi attainment', () => {
  it('answers for the country on the map on which the programme closed, with the server’s own sentence', async () => {
    const { code, out } = await tieuchi('attainment');
    expect(code).toBe(2);
    const { data } = await system.ask(
      '{ country { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { answer } } }'.replace(
        '{',
        'query @asOf(map: "2025-06-30") {',
      ),
    );
    expect(out[0]).toBe(data.country.attainment.answer);
    expect(out[2]).toBe('[MÔ PHỎNG] Địa giới ngày 30/6/2025');
    expect(out.at(-1)).toMatch(/^VN {2}Việt Nam +7550 +70 +7692 {2}98,15% +7616 +66 {2}Chưa kết luận/);
  });

  it('ends with 0 where the target is attained and 1 where it is not, and lists the parts', async () => {
    const { out } = await tieuchi('attainment', 'VN', '--parts', '--format', 'json');
    const { parts } = JSON.parse(out.join('')) as { parts: { code: string; attainment: { verdict: string } }[] };
    expect(parts).toHaveLength(63);
    for (const [verdict, expected] of [
      ['ATTAINED', 0],
      ['NOT_ATTAINED', 1],
    ] as const) {
      const { code = '' } = parts.find(({ attainment }) => attainment.verdict === verdict) ?? {};
      expect(await tieuchi('attainment', code)).toMatchObject({ code: expected });
    }
  });

  it('explains every step, in English where it is asked', async () => {
    const vi = await tieuchi('attainment', '19', '--explain');
    expect(vi.out[1]).toMatch(/^ {2}1\. Phạm vi: 121 xã của tỉnh Thái Nguyên/);
    const en = await tieuchi('attainment', '19', '--explain', '--language', 'en');
    expect(en.out[1]).toMatch(/^ {2}1\. Scope: 121 communes/);
  });

  it('prints a CSV that says in its first line and in each row that the software made it', async () => {
    const { out } = await tieuchi('attainment', '19', '--parts', '--format', 'csv');
    expect(out[0]).toMatch(/^"SỐ LIỆU MÔ PHỎNG/);
    expect(out.length).toBeGreaterThan(3);
    expect(out.slice(2).every((line) => line.endsWith(',MÔ PHỎNG'))).toBe(true);
  });

  it.each([
    [['00001'], /00001 is a commune/],
    [['x'], /x is no code/],
    [['99'], /99/],
    [['19', '--year', '1999'], /1999/],
    [['19', '--indicator', 'nothing'], /nothing/],
  ])('ends with 2 and one line for %s', async (options, said) => {
    const { code, out, err } = await tieuchi('attainment', ...options);
    expect({ code, out }).toEqual({ code: 2, out: [''] });
    expect(err).toMatch(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('tieuchi doctor', () => {
  it('finds a server well: reached, of one version, ready, one register, every service answers', async () => {
    const { code, out } = await tieuchi('doctor');
    expect(out.map((line) => line.slice(0, 3))).toEqual(out.map(() => 'ok '));
    expect(out.join('\n')).toMatch(
      /version: 0\.1\.0 on both sides[\s\S]*register: 1 everywhere[\s\S]*question: every service/,
    );
    expect(code).toBe(0);
  });

  it('says in one line that nothing listens there, with exit code 2', async () => {
    const { code, err } = await tieuchi('doctor', '--url', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(err).toMatch(/^tieuchi: http:\/\/127\.0\.0\.1:1 does not answer \(.*\) – start it, or give --url\n$/);
  });
});
