import type { ConversionRow } from './conversion-row';
import { nameKey } from './unit-name-match';

/** An old code that the table prints for another commune of the same district. */
interface CodeSlip {
  readonly printedCode: string;
  readonly name: string;
  readonly code: string;
}

/** A province label that does not hold the unit: a commune by its old code, or a district by its own. */
interface LabelSlip {
  readonly unitCode: string;
  readonly printedProvince: string;
  readonly province: string;
}

/** In the table of 1 July 2025; each commune's own code is otherwise missing, or stands in another row under its name. */
const CODE_SLIPS: readonly CodeSlip[] = [
  { printedCode: '01615', name: 'Xã Mỹ Hưng', code: '01651' },
  { printedCode: '02485', name: 'Xã Phú Thịnh', code: '02482' },
  { printedCode: '00553', name: 'Xã Đặng Xá', code: '00556' },
];

/**
 * Phường 4 of Tân An lay in Long An and Tiên Hải of Hà Tiên in Kiên Giang, as their district labels say. The district of
 * Cồn Cỏ is printed under the province's new code: Quảng Trị was 45 and is 44.
 */
const LABEL_SLIPS: readonly LabelSlip[] = [
  { unitCode: '27691', printedProvince: '82', province: '80' },
  { unitCode: '30781', printedProvince: '89', province: '91' },
  { unitCode: '471', printedProvince: '44', province: '45' },
];

/** The code that the row must mean, where it prints a known slip; by code and name together, since each alone is right. */
export function findIntendedCode({ oldCode, oldName }: ConversionRow): string | null {
  if (oldName === null) return null;
  const slip = CODE_SLIPS.find(({ printedCode }) => printedCode === oldCode);
  return slip && nameKey(slip.name) === nameKey(oldName) ? slip.code : null;
}

/** The code of the old province that the row must mean, where its label is a known slip. */
export function findIntendedProvince({ oldCode, district, oldProvince }: ConversionRow): string | null {
  const unitCode = oldCode ?? district.code;
  const slip = LABEL_SLIPS.find((one) => one.unitCode === unitCode && one.printedProvince === oldProvince.code);
  return slip?.province ?? null;
}
