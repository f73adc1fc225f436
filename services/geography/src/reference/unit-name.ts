import type { Level, UnitKind } from './reference-geography';

/** What a unit is called: the kind, the names without and with it, and the source's own print where it differs. */
export interface UnitNames {
  kind: UnitKind;
  nameVi: string;
  nameEn: string;
  fullNameVi: string;
  fullNameEn: string;
  printedName: string | null;
}

export type NamedKind = Exclude<UnitKind, 'COUNTRY'>;

interface KindWords {
  level: Level;
  vi: string;
  en: string;
  /** The English word before a number; only these kinds are numbered. */
  enBeforeNumber?: string;
}

const KIND_WORDS: Record<NamedKind, KindWords> = {
  PROVINCE: { level: 'PROVINCE', vi: 'Tỉnh', en: 'province' },
  CENTRALLY_RUN_CITY: { level: 'PROVINCE', vi: 'Thành phố', en: 'city' },
  URBAN_DISTRICT: { level: 'DISTRICT', vi: 'Quận', en: 'urban district', enBeforeNumber: 'District' },
  RURAL_DISTRICT: { level: 'DISTRICT', vi: 'Huyện', en: 'rural district' },
  TOWN: { level: 'DISTRICT', vi: 'Thị xã', en: 'town' },
  PROVINCIAL_CITY: { level: 'DISTRICT', vi: 'Thành phố', en: 'provincial city' },
  MUNICIPAL_CITY: { level: 'DISTRICT', vi: 'Thành phố', en: 'municipal city' },
  RURAL_COMMUNE: { level: 'COMMUNE', vi: 'Xã', en: 'commune' },
  WARD: { level: 'COMMUNE', vi: 'Phường', en: 'ward', enBeforeNumber: 'Ward' },
  TOWNSHIP: { level: 'COMMUNE', vi: 'Thị trấn', en: 'township' },
  SPECIAL_ZONE: { level: 'COMMUNE', vi: 'Đặc khu', en: 'special zone' },
};

const KINDS = (Object.keys(KIND_WORDS) as NamedKind[]).map((kind) => ({
  kind,
  level: KIND_WORDS[kind].level,
  prefix: `${KIND_WORDS[kind].vi} `.toLowerCase(),
}));

/** NFC, single spaces, and no leading zero in the number of a ward ("Phường 05" was also printed "Phường 5"). */
export function normaliseName(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ 0+(?=[1-9]\d*$)/, ' ');
}

/** Vietnamese without marks: "Đắk Lắk" is "Dak Lak". */
export function unaccent(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/**
 * Takes the kind off a printed full name. `parentKind` decides whether a "thành phố" of the district level is a
 * municipal or a provincial city.
 *
 * @throws Error when the name begins with no kind of that level.
 */
export function parseFullName(level: Level, printed: string, parentKind: UnitKind): UnitNames {
  const fullName = normaliseName(printed);
  const lower = fullName.toLowerCase();
  const absent = parentKind === 'CENTRALLY_RUN_CITY' ? 'PROVINCIAL_CITY' : 'MUNICIPAL_CITY';
  const match = KINDS.find((word) => word.level === level && word.kind !== absent && lower.startsWith(word.prefix));
  if (!match) throw new Error(`"${printed}": expected a name with a kind of level ${level}`);
  const names = composeNames(match.kind, fullName.slice(match.prefix.length));
  return { ...names, printedName: printed === names.fullNameVi ? null : printed };
}

/**
 * Full names from a kind and a bare name. A unit that has only a number keeps its kind in the name, because "14" alone
 * says nothing in a list: "Phường 14", "Ward 14".
 */
export function composeNames(kind: NamedKind, bareName: string): UnitNames {
  const { vi, en, enBeforeNumber } = KIND_WORDS[kind];
  const fullNameVi = `${vi} ${bareName}`;
  if (enBeforeNumber && /^\d+$/.test(bareName)) {
    const numbered = `${enBeforeNumber} ${bareName}`;
    return { kind, nameVi: fullNameVi, nameEn: numbered, fullNameVi, fullNameEn: numbered, printedName: null };
  }
  const nameEn = unaccent(bareName);
  return { kind, nameVi: bareName, nameEn, fullNameVi, fullNameEn: `${nameEn} ${en}`, printedName: null };
}
