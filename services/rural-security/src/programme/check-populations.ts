import { type Report, UnitKind } from '@tieuchi/subgraph-kit';
import type { IndicatorFile } from './indicator-file';
import { reportRepeated } from './report-repeated';

const KINDS: Readonly<Record<'COMMUNE' | 'DISTRICT', readonly UnitKind[]>> = {
  COMMUNE: [UnitKind.RURAL_COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE],
  DISTRICT: [
    UnitKind.RURAL_DISTRICT,
    UnitKind.URBAN_DISTRICT,
    UnitKind.TOWN,
    UnitKind.PROVINCIAL_CITY,
    UnitKind.MUNICIPAL_CITY,
  ],
};

/** What is counted in units has one default population, whose units are known; nothing else has any. */
export function checkPopulations({ shape, populations }: IndicatorFile, report: Report): void {
  reportRepeated(populations, 'id', ['populations'], report);
  for (const [index, { level, kinds, isDefault }] of populations.entries()) {
    const foreign = kinds?.find((kind) => !KINDS[level].includes(kind));
    if (foreign) report(['populations', index, 'kinds'], `${foreign} is no kind of the level ${level}`);
    if (isDefault && kinds === null) {
      report(['populations', index, 'kinds'], 'must name kinds: of the default population the units are known');
    }
  }
  if (shape !== 'UNITS_MET') {
    if (populations.length > 0) report(['populations'], `must be empty: ${shape} counts no units`);
    return;
  }
  const defaults = populations.filter(({ isDefault }) => isDefault).length;
  if (defaults !== 1) report(['populations'], `must mark one population as isDefault, found ${defaults}`);
}
