import { endDevelopmentGrants, issueDevelopmentTokens } from '@tieuchi/gateway';
import type { Role } from '@tieuchi/subgraph-kit';
import { isLoopback } from './loopback';

/** A token for each role where only this machine can use it; elsewhere none, and those of earlier starts end. */
export async function developmentTokens(host: string, issuerFolder: string): Promise<ReadonlyMap<Role, string>> {
  if (isLoopback(host)) return issueDevelopmentTokens(issuerFolder);
  await endDevelopmentGrants(issuerFolder);
  return new Map();
}
