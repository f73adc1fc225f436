import { createHash } from 'node:crypto';
import { SpeakingError } from '../errors/speaking-error';
import { SYSTEM } from '../identity/actor';
import type { InternalAnswer, InternalRoute, Reading, Upload } from '../subgraph';
import { checkMayReadEvidence, checkMayRecordEvidence } from './evidence-access';
import type { EvidenceDescription, EvidenceStore } from './evidence-store';
import { detectEvidenceType, EVIDENCE_EXTENSIONS } from './evidence-type';

/** As the table has it. */
export const EVIDENCE_LIMIT_BYTES = 10_000_000;

const PATH = /^\/internal\/evidence\/([0-9a-f]{64})$/;

/**
 * `/internal/evidence/SHA256`: an upload is checked and kept, 201 where it is new and 200 where it was there; without
 * one the file is answered, with headers that keep it from running anywhere, or null where there is none.
 * @throws SpeakingError FORBIDDEN, BODY_TOO_LARGE, EVIDENCE_MISMATCH, EVIDENCE_TYPE_REFUSED
 */
export function createEvidenceRoute(store: EvidenceStore): InternalRoute {
  return async (path, upload, reading = { actor: SYSTEM, headOnly: false }) => {
    const sha256 = PATH.exec(path)?.[1];
    if (sha256 === undefined) return null;
    return upload ? takeEvidence(store, sha256, upload) : showEvidence(store, sha256, reading);
  };
}

/** `parameters.contentType` is what the client called the file. */
async function takeEvidence(
  store: EvidenceStore,
  sha256: string,
  { actor, parameters, content }: Upload,
): Promise<InternalAnswer> {
  checkMayRecordEvidence(actor);
  if (content.length > EVIDENCE_LIMIT_BYTES) {
    throw new SpeakingError('BODY_TOO_LARGE', `Evidence holds at most ${EVIDENCE_LIMIT_BYTES} bytes.`);
  }
  checkHash(sha256, content);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const mediaType = await detectEvidenceType(bytes, parameters.contentType ?? '');
  const isNew = await store.put(actor, sha256, mediaType, bytes);
  return {
    status: isNew ? 201 : 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ sha256, mediaType, byteLength: bytes.length }),
  };
}

function checkHash(expected: string, content: Uint8Array): void {
  const received = createHash('sha256').update(content).digest('hex');
  if (received === expected) return;
  throw new SpeakingError(
    'EVIDENCE_MISMATCH',
    `The address says ${expected}, the ${content.length} bytes that came have the hash ${received}. Send the file again, or to its own address.`,
    { expected, received },
  );
}

async function showEvidence(
  store: EvidenceStore,
  sha256: string,
  { actor, headOnly }: Reading,
): Promise<InternalAnswer | null> {
  checkMayReadEvidence(actor);
  if (headOnly) {
    const described = await store.describe(actor, sha256);
    return described && answerInert(sha256, described, new Uint8Array());
  }
  const found = await store.find(actor, sha256);
  return found && answerInert(sha256, found, found.content);
}

/** Whatever is hidden in a file, a browser that gets it so only saves it, and no page of another origin can embed it. */
function answerInert(sha256: string, { mediaType, byteLength }: EvidenceDescription, body: Uint8Array): InternalAnswer {
  return {
    contentType: mediaType,
    body,
    headers: {
      // asked for again each time, so that a right that was taken away shows at once
      'cache-control': 'private, no-cache',
      'content-disposition': `attachment; filename="${sha256}.${EVIDENCE_EXTENSIONS[mediaType]}"`,
      'content-length': String(byteLength),
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${sha256}"`,
      'x-content-type-options': 'nosniff',
    },
  };
}
