const KIND = /^(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp\.?|tt\.?|dac khu) (?=\S)/;

/** Whether a name means the unit: marks, their places, capitals and the kind before it do not count. */
export function isNameOf(unitName: string, name: string): boolean {
  if (name === unitName) return true;
  const written = spellings(name);
  return spellings(unitName).some((known) => written.includes(known));
}

/** With its kind and without it: the first word of "Phượng Tiến" looks like one, so both may be the name. */
function spellings(name: string): string[] {
  const whole = plain(name);
  return [whole, whole.replace(KIND, '')];
}

function plain(name: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, ' ').trim();
}
