import { createHash } from 'node:crypto';

const FAULTS = [
  (letters, at) => letters.splice(at, 2, letters[at + 1], letters[at]),
  (letters, at) => letters.splice(at, 1),
  (letters, at) => letters.splice(at, 0, letters[at]),
];

/**
 * Full names of units of all levels and times, the same at every run; every second one is misspelt.
 * @returns {Promise<{ fullName: string, text: string, isMisspelt: boolean }[]>}
 */
export async function sampleNames(database, size) {
  const { rows } = await database.query(
    `select full_name_vi as "fullName", name_vi as name from (
       select distinct on (unit_id) unit_id, full_name_vi, name_vi from unit_version order by unit_id, valid
     ) as named order by md5(unit_id) limit $1`,
    [size],
  );
  return rows.map(({ fullName, name }, place) => {
    const isMisspelt = place % 2 === 1;
    return { fullName, isMisspelt, text: isMisspelt ? misspell(fullName, name) : fullName };
  });
}

/** Codes of communes of a map, the same at every run. */
export async function sampleCodes(database, size, map) {
  const { rows } = await database.query(
    `select code from unit_version where level = 'COMMUNE' and valid @> $2::date order by md5(unit_id) limit $1`,
    [size, map],
  );
  return rows.map(({ code }) => code);
}

/** One small error in the name, not in its kind: two letters turned round, one left out, or one typed twice. */
function misspell(fullName, name) {
  const letters = [...fullName];
  const places = letters.flatMap((letter, at) => {
    const next = letters[at + 1] ?? ' ';
    const isInName = at >= letters.length - [...name].length;
    return isInName && letter !== next && /\p{L}/u.test(letter) && /\p{L}/u.test(next) ? [at] : [];
  });
  if (places.length === 0) return fullName.slice(0, -1);
  const drawn = createHash('sha256').update(fullName).digest();
  FAULTS[drawn[0] % FAULTS.length](letters, places[drawn[1] % places.length]);
  return letters.join('');
}
