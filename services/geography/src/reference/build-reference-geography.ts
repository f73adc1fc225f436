import { continuityBy } from './continuity';
import { type ReferenceSources, takeSnapshots } from './map-snapshot';
import { findTotalDifferences } from './map-totals';
import { unitKey } from './mapped-unit';
import { readPackageRows } from './package-rows';
import { readReferenceFacts } from './reference-facts';
import type { CodeAlias, Level, ReferenceGeography } from './reference-geography';
import { refuseDifferences } from './reference-mismatch';
import { linkUnits } from './succession-links';
import { traceHistory, type UnitHistory } from './unit-history';
import { findValidityFaults } from './validity';

/** Reads the project's own facts and the pinned packages: about 15 MB, needed only when the geography is built. */
export function readReferenceSources(): ReferenceSources {
  return { facts: readReferenceFacts(), packages: readPackageRows() };
}

/**
 * The administrative geography of Viet Nam from 31 December 2022 to 30 April 2026, the same for the same sources.
 *
 * @throws ReferenceMismatchError naming every difference when a patch does not fit, a link or a parent leads nowhere, the
 *   versions of a unit overlap, or the totals of a state do not come out.
 */
export function buildReferenceGeography(sources: ReferenceSources = readReferenceSources()): ReferenceGeography {
  const { facts } = sources;
  const history = traceHistory(takeSnapshots(sources), continuityBy(facts.newProvinces));
  const geography: ReferenceGeography = {
    states: facts.states,
    units: history.units,
    versions: history.versions,
    links: linkUnits(sources, history),
    regions: facts.regions,
    aliases: findAliases(sources, history),
  };
  refuseDifferences('reference geography', [...findTotalDifferences(geography), ...findValidityFaults(geography)]);
  return geography;
}

function findAliases({ facts }: ReferenceSources, { idsByDay }: UnitHistory): CodeAlias[] {
  return facts.aliases.map(({ level, code, alias, valid_from }) => {
    const unitId = idsByDay.get(valid_from)?.get(unitKey(level as Level, code));
    if (unitId === undefined)
      throw new Error(`alias ${alias}: expected a ${level} ${code} on ${valid_from}, found none`);
    return { unitId, code: alias };
  });
}
