import type { SuccessionKind } from '../reference/reference-geography';
import { normaliseName, unaccent } from '../reference/unit-name';

/** Every note that the office's table prints, without marks; "nhập" may be left out. */
const NOTES: readonly (readonly [RegExp, SuccessionKind])[] = [
  [/^toan bo$/, 'WHOLE'],
  // all of the land but not all of the people, who go to other communes as well (xã Kỳ Lợi): not the whole
  [/^toan bo dien tich$/, 'PARTIAL'],
  [/^mot phan$/, 'PARTIAL'],
  [/^mot phan dien tich$/, 'PARTIAL_AREA_ONLY'],
  [/^mot phan dien tich, toan bo dan so$/, 'PARTIAL_AREA_ALL_POPULATION'],
  [/^mot phan dan so$/, 'PARTIAL_POPULATION'],
  [/^giu nguyen$/, 'UNCHANGED'],
  [/^doi (ten|loai hinh|ten, doi loai hinh)$/, 'RENAMED_OR_RETYPED'],
  [/^doi ten(, doi loai hinh)? tu mot phan ./, 'PARTIAL'],
  [/^phan con lai sau khi tach mot phan ./, 'PARTIAL'],
  [/^sap xep toan bo (xa|phuong|thi tran) .+ thanh dac khu ./, 'RENAMED_OR_RETYPED'],
  // a district is of another level: not the same unit under another type
  [/^sap xep toan bo huyen .+ thanh dac khu ./, 'WHOLE'],
];

/** What the note says of the link, or null for a note that the table never had. Marks, case and spaces do not count. */
export function readNote(note: string): SuccessionKind | null {
  const words = unaccent(normaliseName(note)).toLowerCase();
  const plain = words.replace(/\s*,\s*/g, ', ').replace(/^nhap /, '');
  return NOTES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Whether a row without an old unit says that a district as a whole became a special zone. */
export function isDistrictToZone(note: string): boolean {
  return /^sap xep toan bo huyen ./.test(unaccent(normaliseName(note)).toLowerCase());
}

/** "Khu vực bãi bồi ven biển do huyện Kim Sơn quản lý": land of a district that lay in none of its communes. */
export function isAreaOutsideCommunes(oldName: string): boolean {
  return /^khu vuc .+ do huyen .+ quan ly$/.test(unaccent(normaliseName(oldName)).toLowerCase());
}
