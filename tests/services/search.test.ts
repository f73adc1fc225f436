import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const ask = async (text: string, map = '2026-06-01', more = '') => {
  const { data, errors } = await system.ask(
    `query ($text: String!) @asOf(map: "${map}") { searchUnits(text: $text${more}) {
      kind line matchedName matchedLine matchedOn holdsOnMap unit { id code fullName } successors { code fullName } } }`,
    { text },
  );
  return errors ?? data.searchUnits;
};

it('x', async () => {
  for (const [t, m] of [
    ['thai nguyen'],
    ['thai nguyen', '2025-06-30'],
    ['Hoà Bình'.normalize('NFD')],
    ['da nang'],
    ['tan lap'],
    ['tan lap', '2025-06-30'],
    ['xã Tân Lập', '2025-06-30'],
    ['tan lap dong hy', '2025-06-30'],
    ['Tân Lập, huyện Đồng Hỷ', '2025-06-30'],
    ['Bac Kan'],
    ['hai chau i'],
    ['thai nguyne'],
    ['ha noi'],
    ['hanoi'],
    ['ba dinh'],
    ['p. Ba Đình'],
    ['TP Huế'],
    ['q1'],
    ['q1', '2025-06-30'],
    ['p12 q3', '2025-06-30'],
    ['00004'],
    ['06970'],
    ['vn'],
    ['viet nam'],
    ['thua thien hue'],
    ['dong hy'],
    ['con dao'],
    ['ea hleo'],
    ['14'],
    ['long thanh'],
  ]) {
    const t0 = performance.now();
    const r = await ask(t as string, m);
    const ms = performance.now() - t0;
    process.stdout.write(
      `\n## ${t} @${m} ${ms.toFixed(0)} ms\n${r.map((x: any) => x.message ?? [x.kind, x.unit.id, x.line, x.matchedOn && `(${x.matchedLine} → ${x.matchedOn})`, x.holdsOnMap, x.successors.length].join(' | ')).join('\n')}\n`,
    );
  }
});
