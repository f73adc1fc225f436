const LOOKUP = 'lookup';
const COUNTING = 'counting map';
const COPY = 'COPY, logged';

/** @param against path and name of what it is a multiple of */
const measure = (unit) => (path, title, against) => ({ path, title, unit, against });
const ms = measure('ms');
const percent = measure('%');
const rowsPerSecond = measure('rows/s');
const megabytes = measure('MB');

/** What is measured: where it lies in a round, and what it is compared with. */
export const MEASURES = [
  ms('search.lookup.p50', 'one commune by its code, over HTTP: p50'),
  ms('search.lookup.p99', '… p99'),
  ms('search.lookup.cpu', '… CPU'),
  ms('search.exact.p50', 'search of a full name, over HTTP: p50', ['search.lookup.p50', LOOKUP]),
  ms('search.exact.p99', '… p99', ['search.lookup.p99', LOOKUP]),
  ms('search.exact.cpu', '… CPU', ['search.lookup.cpu', LOOKUP]),
  ms('search.exactSql.p50', '… its SQL alone: p50', ['search.exact.p50', 'over HTTP']),
  ms('search.exactSql.p99', '… p99', ['search.exact.p99', 'over HTTP']),
  percent('search.exact.foundPercent', '… that very name among ten matches'),
  ms('search.misspelt.p50', 'search of a misspelt name, over HTTP: p50', ['search.lookup.p50', LOOKUP]),
  ms('search.misspelt.p99', '… p99', ['search.lookup.p99', LOOKUP]),
  ms('search.misspelt.cpu', '… CPU', ['search.lookup.cpu', LOOKUP]),
  ms('search.misspeltSql.p50', '… its SQL alone: p50', ['search.misspelt.p50', 'over HTTP']),
  ms('search.misspeltSql.p99', '… p99', ['search.misspelt.p99', 'over HTTP']),
  percent('search.misspelt.foundPercent', '… the name meant among ten matches'),
  ms('provinces.counting.ms', 'all counts of 2025, country and 63 provinces'),
  ms('provinces.counting.cpu', '… CPU'),
  ms('provinces.grouped.ms', '… grouped under 34 provinces', ['provinces.counting.ms', COUNTING]),
  ms('provinces.grouped.cpu', '… CPU', ['provinces.counting.cpu', COUNTING]),
  ms('communes.counting.ms', 'all counts of 2025, 10,035 communes'),
  ms('communes.counting.cpu', '… CPU'),
  ms('communes.grouped.ms', '… grouped under 3,321 communes', ['communes.counting.ms', COUNTING]),
  ms('communes.grouped.cpu', '… CPU', ['communes.counting.cpu', COUNTING]),
  ms('communes.counting.msPerThousand', '1,000 communes, counting map'),
  ms('communes.grouped.msPerThousand', '… grouped', ['communes.counting.msPerThousand', COUNTING]),
  rowsPerSecond('import.unloggedRows', 'bare COPY of the 10,571 links, unlogged'),
  rowsPerSecond('import.loggedRows', '… logged'),
  rowsPerSecond('import.previewRows', 'import of the table, dry run'),
  rowsPerSecond('import.appliedRows', '… applied'),
  rowsPerSecond('import.unchangedRows', '… the same again'),
  ms('import.unloggedMs', 'bare COPY, unlogged', ['import.loggedMs', COPY]),
  ms('import.loggedMs', '… logged'),
  ms('import.preview.ms', 'import, dry run', ['import.loggedMs', COPY]),
  ms('import.applied.ms', '… applied', ['import.loggedMs', COPY]),
  ms('import.applied.cpu', '… CPU'),
  ms('import.unchanged.ms', '… the same again', ['import.loggedMs', COPY]),
  ms('import.followMs', 'then, until the services’ registers follow'),
  megabytes('import.rest.rss', 'RSS before the import'),
  megabytes('import.preview.peak.rss', '… highest, dry run', ['import.rest.rss', 'before']),
  megabytes('import.applied.peak.rss', '… highest, applied', ['import.rest.rss', 'before']),
  megabytes('import.unchanged.peak.rss', '… highest, the same again', ['import.rest.rss', 'before']),
  megabytes('import.rest.pss', 'PSS before the import'),
  megabytes('import.preview.peak.pss', '… highest, dry run', ['import.rest.pss', 'before']),
  megabytes('import.applied.peak.pss', '… highest, applied', ['import.rest.pss', 'before']),
  megabytes('import.unchanged.peak.pss', '… highest, the same again', ['import.rest.pss', 'before']),
];
