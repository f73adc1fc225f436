import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { printCriteriaSetSchema } from './criteria-set-file';
import { readCriteriaSets } from './criteria-sets';

const DATA = join(__dirname, '../../data');
const sets = readCriteriaSets();

function readWith(changed: object) {
  const folder = mkdtempSync(join(tmpdir(), 'criteria-'));
  const shipped = JSON.parse(readFileSync(join(DATA, 'pilot-22.criteria.json'), 'utf8'));
  writeFileSync(join(folder, 'x.criteria.json'), JSON.stringify({ ...shipped, ...changed }));
  return () => readCriteriaSets(folder);
}

describe('the criteria sets of model wards', () => {
  it.each([
    [2021, 'pilot-22', 22],
    [2023, 'pilot-22', 22],
    [2024, 'pilot-20', 20],
  ])('are chosen by the year: %i asks %s with %i criteria', (year, id, count) => {
    const { set } = sets.ofYear(year);
    expect([set.id, set.criteria.length]).toEqual([id, count]);
  });

  it('are unknown for a year that no source has one for', () => {
    expect(() => sets.ofYear(2026)).toThrow('No criteria set for model wards holds in 2026; known: 2021, 2022');
  });

  it('hold no text without its source, and say UNVERIFIED of all others', () => {
    const criteria = sets.all.flatMap((set) => set.criteria);
    expect(criteria.filter(({ textVi }) => textVi !== null).map(({ textVi }) => textVi)).toEqual(['Trụ sở']);
    for (const { textVi, textEn, status } of criteria) {
      expect(status === 'UNVERIFIED').toBe(textVi === null);
      if (textVi === null) expect(textEn).toBeNull();
    }
  });

  it('ship no points, and take none that call themselves official', () => {
    expect(sets.all.map(({ scoring }) => scoring)).toEqual([null, null]);
    const points = [{ number: 1, points: 3 }];
    expect(readWith({ scoring: { official: false, note: 'quy ước', points } })).not.toThrow();
    expect(readWith({ scoring: { official: true, note: 'quy ước', points } })).toThrow('scoring.official');
  });

  it.each([
    [
      'an invented text without a source',
      { criteria: [{ number: 1, textVi: 'x', textEn: null, status: 'SOURCED', source: null }] },
      'criteria[0].source',
    ],
    ['a set with a criterion too few', { criteria: [] }, 'criteria: must hold 22 criteria'],
    ['a field that nobody knows', { colour: 'red' }, 'colour'],
  ])('refuse %s with its place', (_, changed, place) => {
    expect(readWith(changed)).toThrow(place);
  });

  it('are published with a schema that the shipped files fit', () => {
    const printed = printCriteriaSetSchema();
    expect(readFileSync(join(DATA, 'criteria-set.schema.json'), 'utf8')).toBe(printed);
    const published = z.fromJSONSchema(JSON.parse(printed));
    for (const name of ['pilot-22', 'pilot-20']) {
      const file = JSON.parse(readFileSync(join(DATA, `${name}.criteria.json`), 'utf8'));
      expect([name, published.safeParse(file).error]).toEqual([name, undefined]);
    }
  });
});
