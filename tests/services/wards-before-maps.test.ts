import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterAll(() => system.stop());

const RULE = 'rule: "mps-2022-11"';
const QUESTIONS = [
  [`quotaCheck(${RULE}) { carried { map shortfall } }`],
  [`quotaWards(${RULE}) { nodes { registeredOn } }`],
  ['modelWards { nodes { modelWard { state } } }'],
  ['modelWards(within: "VN") { nodes { modelWard { state } } }'],
] as const;

describe('a question about model wards', () => {
  it.each(QUESTIONS)('%s is refused before the first loaded map, in the words of geography', async (question) => {
    const { errors } = await system.ask(`query @asOf(map: "2022-12-30") { country { name } wards: ${question} }`);
    // the gateway says one and the same refusal once, with its places
    expect(errors).toHaveLength(1);
    const [{ message, extensions } = { message: '', extensions: {} }] = errors!;
    expect(message).toBe('No map is loaded for 2022-12-30; the first is that of 2022-12-31.');
    expect(extensions).toMatchObject({ code: 'MAP_NOT_LOADED', map: '2022-12-30' });
    expect(extensions.paths).toEqual(['country', expect.stringMatching(/^wards/)]);
  });

  it.each(QUESTIONS)('%s is answered on the first loaded map', async (question) => {
    const { data, errors } = await system.ask(`query @asOf(map: "2022-12-31") { wards: ${question} }`);
    expect(errors).toBeUndefined();
    expect(data.wards).not.toBeNull();
  });
});
