/** In mid-sentence: "tỉnh Thái Nguyên", "thành phố Hà Nội", "cả nước". */
export function placeVi(place: string | null): string {
  return place === null ? 'cả nước' : place.charAt(0).toLowerCase() + place.slice(1);
}

/** At the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of units stay Vietnamese: a translated one is nobody's. */
export function placeEn(place: string | null): string {
  return place === null ? 'the whole country' : place;
}
