import { hasContract, readContract } from '../support/contract';
import { startTestSystem, type TestSystem } from '../support/test-system';

const SERIES = 'indicator: "ntm-2021-2025/19.2", year: 2025';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('demo', { now: () => new Date('2025-12-01T00:00:00Z') });
}, 60_000);
afterAll(() => system.stop());

describe('an explanation', () => {
  it('is made of the numbers of its own answer', async () => {
    const { data, errors } = await system.ask(`query @asOf(map: "2025-06-30") { country { provinces {
      name attainment(${SERIES}) { met total unknown requiredCount verdict answer explanation { step key text value } } } } }`);
    expect(errors).toBeUndefined();
    for (const { attainment } of data.country.provinces) {
      const figureOf = (key: string) => attainment.explanation.find((step: { key: string }) => step.key === key)?.value;
      expect(figureOf('SCOPE')).toBe(String(attainment.total));
      expect(figureOf('REQUIRED')).toBe(String(attainment.requiredCount));
      expect(figureOf('COMPARISON')).toBe(String(attainment.met));
      expect(figureOf('CONCLUSION')).toBe(attainment.verdict);
      expect(figureOf('IF_UNKNOWNS_PASS')).toBe(
        attainment.unknown > 0 ? String(attainment.met + attainment.unknown) : undefined,
      );
      expect(attainment.answer).toMatch(/^\[MÔ PHỎNG\] Năm 2025, (tỉnh|thành phố) /);
    }
  });

  it('is told in both languages and names the country as the country', async () => {
    const { data } = await system.ask(`query @asOf(map: "2025-06-30") { country { attainment(${SERIES}) {
      vi: answer en: answer(language: EN) explanation { text(language: EN) } } } }`);
    expect(data.country.attainment.vi).toContain('cả nước có ít nhất 7.550/7.692 xã đạt chỉ tiêu 19.2');
    expect(data.country.attainment.en).toContain('the whole country has at least 7,550 of 7,692 communes');
    expect(data.country.attainment.explanation[0].text).toContain('7,692 communes of the whole country');
  });
});

it('the verdict on a commune is explained from its contents, for 100 communes with as many statements as for 50', async () => {
  const ask = (first: number) =>
    system.ask(`query @asOf(map: "2025-06-30") { province(code: "19") { communes(first: ${first}) { nodes { kind
      assessment(${SERIES}) { verdict items { verdict } explanation { key value text } } } } } }`);
  system.takeStatements();
  await ask(50);
  const alone = system.takeStatements().length;
  const { data, errors } = await ask(100);
  expect(errors).toBeUndefined();
  expect(system.takeStatements().length).toBe(alone);
  const assessed = data.province.communes.nodes.filter(
    ({ assessment }: { assessment: unknown }) => assessment !== null,
  );
  expect(assessed.length).toBeGreaterThan(50);
  for (const { assessment } of assessed) {
    const figureOf = (wanted: string) =>
      assessment.explanation.find(({ key }: { key: string }) => key === wanted).value;
    expect(figureOf('RULE')).toBe('HD-04-2024');
    expect(figureOf('CONCLUSION')).toBe(assessment.verdict);
    const met = assessment.items.filter(({ verdict }: { verdict: string }) => verdict === 'MET').length;
    expect(figureOf('CONTENTS')).toBe(String(met));
  }
});

(hasContract ? describe : describe.skip)('the operations that clients rely on', () => {
  it('answer explain-attainment unchanged', async () => {
    const variables = { code: '19', indicator: 'ntm-2021-2025/19.2', year: 2025 };
    const { data, errors } = await system.ask(readContract('explain-attainment'), variables);
    expect(errors).toBeUndefined();
    const { explanation, verdict } = data.province.attainment;
    expect(verdict).toBe('NOT_ATTAINED');
    expect(explanation.map(({ text }: { text: string }) => text)).toEqual([
      'Phạm vi: 121 xã của tỉnh Thái Nguyên, đếm tại ngày 30/6/2025, chia theo địa giới ngày 30/6/2025.',
      'Kết quả đã thẩm định: 118 đạt, 3 chưa đạt; 0 chưa có kết quả.',
      'Mục tiêu: ít nhất 99% đến hết năm 2025 – Báo Thái Nguyên 11/2022 (hội nghị 23/11/2022), 23/11/2022.',
      'Số cần đạt: 99% × 121 = 119,79; lấy số nguyên nhỏ nhất không dưới số này: 120 xã.',
      'So sánh: 118 < 120.',
      'Kết luận: Chưa đạt mục tiêu.',
      'Cách tính: attainment-linear phiên bản 1; số liệu ghi nhận đến hết ngày 01/12/2025 (giờ Việt Nam).',
    ]);
  });
});
