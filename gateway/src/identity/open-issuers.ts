import { type Logger, StartError } from '@tieuchi/subgraph-kit';
import type { Issuer } from './issuer';
import { readIssuers } from './issuers-file';
import { verifyOwnIssuer } from './own-issuer/own-issuer-verifier';

export interface IssuersOptions {
  /** The ministry's issuers, as TIEUCHI_ISSUERS names them. */
  readonly file?: string | undefined;
  /** The installation's own. */
  readonly ownFolder?: string | undefined;
  readonly logger: Logger;
}

/**
 * All whose tokens are accepted.
 * @throws StartError where nobody is, or one is described wrongly
 */
export function openIssuers({ file, ownFolder, logger }: IssuersOptions): Issuer[] {
  const issuers = [
    ...(file === undefined ? [] : readIssuers(file, logger)),
    ...(ownFolder === undefined ? [] : [verifyOwnIssuer(ownFolder)]),
  ];
  if (issuers.length > 0) return issuers;
  throw new StartError(
    'environment: nobody issues tokens',
    'set TIEUCHI_ISSUERS or TIEUCHI_ISSUER_DIR as docs/identity.md says',
  );
}
