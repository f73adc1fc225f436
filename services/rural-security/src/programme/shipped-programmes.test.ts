import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { asFile, newProgramme } from './programme.fixture';
import { printProgrammeSchema } from './programme-file';
import { readShippedProgrammes } from './shipped-programmes';

const shipped = readShippedProgrammes();
const find = (id: string) => shipped.find(({ programme }) => programme.id === id)?.programme;
const indicators = shipped.flatMap(({ programme }) => programme.indicators);
const indicatorOf = (id: string) => indicators.find((indicator) => indicator.id === id);

describe('the shipped programmes', () => {
  it('are five files, whose indicators and targets have ids of their own', () => {
    expect(shipped.map(({ programme }) => programme.id)).toEqual([
      'movement-qd-510',
      'ntm-2016-2020',
      'ntm-2021-2025',
      'ntm-2026-2030',
      'safe-unit-tt124',
    ]);
    const ids = indicators.flatMap(({ id, targets }) => [id, ...targets.map((target) => target.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('fit the published schema, read by another reader than ours', () => {
    const published = z.fromJSONSchema(JSON.parse(printProgrammeSchema()));
    for (const { name, text } of shipped)
      expect([name, published.safeParse(JSON.parse(text)).error]).toEqual([name, undefined]);
    expect(published.safeParse({ ...newProgramme(), colour: 'red' }).success).toBe(false);
  });

  it('ask of 19.2 the set of its year: the old one, QĐ 318, then HD 04', () => {
    const years = indicatorOf('ntm-2021-2025/19.2')?.years.map(({ year, criteriaVersion }) => [year, criteriaVersion]);
    expect(years).toEqual([
      [2021, '2016-2020'],
      [2022, 'QD-318-2022'],
      [2023, 'QD-318-2022'],
      [2024, 'HD-04-2024'],
      [2025, 'HD-04-2024'],
    ]);
  });

  it('know three of the eight contents of HD 04, and say of the others that they do not', () => {
    const items = indicatorOf('ntm-2021-2025/19.2')?.criteriaSets.find(
      ({ version }) => version === 'HD-04-2024',
    )?.items;
    expect(items?.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 3 }, () => 'SOURCED'),
      ...Array.from({ length: 5 }, () => 'UNVERIFIED'),
    ]);
    for (const { status, source, textVi } of items ?? []) {
      if (status === 'UNVERIFIED') expect([source, textVi]).toEqual([null, expect.stringContaining('chưa có văn bản')]);
    }
  });

  it('count special zones for TT 124 and name nobody who recognises after the districts ended', () => {
    const indicator = indicatorOf('safe-unit/tt124');
    expect(indicator?.populations[0]?.kinds).toContain('SPECIAL_ZONE');
    expect(indicator?.authorities.at(-1)).toMatchObject({
      nameVi: null,
      validFrom: '2025-07-01',
      status: 'UNVERIFIED',
    });
    expect(indicator?.criteriaSets[0]?.items[3]?.rule).toEqual({
      kind: 'SHARE_OF_SUB_UNITS',
      conditions: [
        { part: 'registered', of: 'subUnits', atLeastPercent: '100' },
        { part: 'recognised', of: 'registered', atLeastPercent: '70' },
      ],
    });
  });

  it('assess nothing and ask nothing where no source names a window or a target', () => {
    for (const id of ['movement-qd-510', 'ntm-2016-2020', 'ntm-2026-2030']) {
      expect(find(id)?.indicators.flatMap(({ years, targets }) => [...years, ...targets])).toEqual([]);
    }
    expect(indicatorOf('ntm-2026-2030/security')?.unitGroups.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['breaks its schema', asFile({ ...newProgramme(), id: 7 }), /broken\.json: id: /],
    ['is not JSON', Buffer.from('{\n  "id" 7}'), /broken\.json: line 2, column 8: is not JSON/],
  ])('do not start with a file that %s; the file and the place are named', (_, content, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'programmes-'));
    writeFileSync(join(folder, 'broken.json'), content);
    expect(() => readShippedProgrammes(folder)).toThrow(message);
  });
});
