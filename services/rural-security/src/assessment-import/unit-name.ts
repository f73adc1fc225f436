const KIND = /^(xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp\.?|tt\.?|dac khu) (?=\S)/;

/** Whether a name means the unit: marks, their places, capitals and the kind before it do not count. */
export function isNameOf(unitName: string, name: string): boolean {
  const [known, written] = [plain(unitName), plain(name)];
  return known === written || known.replace(KIND, '') === written.replace(KIND, '');
}

function plain(name: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, ' ').trim();
}
