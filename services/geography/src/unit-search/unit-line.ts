/**
 * A unit with what it lies in, for lists in which names repeat: "Xã Tân Lập – huyện Đồng Hỷ – tỉnh Thái Nguyên".
 * @param fullNames of the unit and of its district and province, from below
 */
export function composeLine(fullNames: readonly string[]): string {
  return fullNames.map((name, place) => (place === 0 ? name : lowerFirst(name))).join(' – ');
}

/** Within a line a Vietnamese kind is a common noun: "tỉnh Thái Nguyên". */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
