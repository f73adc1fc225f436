import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

/** Services that keep evidence; the first is asked where the address names none. */
const OWNERS = ['rural-security', 'model-ward'] as const;

const PATH = /^\/evidence\/([0-9a-f]{64})$/;

export interface EvidenceAddress {
  readonly sha256: string;
  readonly owner: SubgraphAccess;
}

/**
 * Reads `/evidence/SHA256?service=NAME`. The path is taken as it was sent: nothing in it is decoded or resolved.
 * @throws SpeakingError BAD_USER_INPUT
 */
export function readEvidenceAddress(url: string, subgraphs: readonly SubgraphAccess[]): EvidenceAddress {
  const [path = '', query] = url.split('?', 2);
  const sha256 = PATH.exec(path)?.[1];
  if (sha256 === undefined) {
    throw new SpeakingError(
      'BAD_USER_INPUT',
      'The address of evidence is /evidence/ and the SHA-256 of its bytes in 64 lower-case hexadecimal digits.',
    );
  }
  const service = new URLSearchParams(query).get('service') ?? OWNERS[0];
  const owner = OWNERS.some((name) => name === service) && subgraphs.find(({ name }) => name === service);
  if (owner) return { sha256, owner };
  throw new SpeakingError('BAD_USER_INPUT', `service: "${service}" – those that keep evidence: ${OWNERS.join(', ')}.`);
}
