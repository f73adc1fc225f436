import { bare } from './bare.mjs';
import { handWritten } from './hand-written.mjs';
import { apollo, hive, hiveDeduplicating } from './other-gateways.mjs';
import { cached, services, shared, standalone } from './ours.mjs';
import { postgraphile } from './postgraphile.mjs';

/**
 * What is measured, in the order of the table. Each starts with everything that it needs and stops it again:
 * - `start({ database, node, answers })` gives `pids` (counted with all below them), `without` (below them, idle and not
 *   counted), `requestOf(operation)` and `stop()`
 * - `missing()` says in words why it cannot be measured here, null when it can
 * - `isCached`: warm once each operation was asked; `mayAnswerUnasked`: also without a statement for each request
 * - `sharesFlights`: all connections ask one question; otherwise none in flight is equal to another
 * - `form` names its readers in `equality/common-form.mjs`; without one it answers as ours does
 */
export const SYSTEMS = [
  cached,
  standalone,
  shared,
  services,
  apollo,
  hive,
  hiveDeduplicating,
  postgraphile,
  handWritten,
  bare,
];

/** @throws Error that names the systems there are */
export function chooseSystems(names) {
  if (!names) return SYSTEMS;
  return names.split(',').map((name) => {
    const found = SYSTEMS.find((system) => system.name === name);
    if (!found)
      throw new Error(`there is no system "${name}"; there are ${SYSTEMS.map((each) => each.name).join(', ')}`);
    return found;
  });
}
