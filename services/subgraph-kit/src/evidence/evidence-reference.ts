import { SpeakingError } from '../errors/speaking-error';

/** What a statement rests on: exactly one of a file that was sent, a link, and a paper of a registry. */
export interface EvidenceReference {
  readonly sha256: string | null;
  readonly url: string | null;
  readonly documentId: string | null;
  readonly note: string | null;
}

/**
 * What somebody entered as evidence.
 * @param path its place in the input
 * @throws SpeakingError BAD_USER_INPUT where it is none or several of them, and for a link that is none
 */
export function readEvidenceReference(entry: Partial<EvidenceReference>, path: string): EvidenceReference {
  const { sha256 = null, url = null, documentId = null, note = null } = entry;
  if ([sha256, url, documentId].filter((part) => part !== null).length !== 1) {
    throw new SpeakingError('BAD_USER_INPUT', 'Evidence is one of sha256, url and documentId.', { path });
  }
  if (url !== null && !/^https?:\/\//.test(url)) {
    throw new SpeakingError('BAD_USER_INPUT', `"${url.slice(0, 60)}" is no link: it begins with https:// or http://.`, {
      path,
    });
  }
  return { sha256, url, documentId, note };
}
