/** What was wrong with an identity: for the log alone, the client hears the same of all of them. */
export type IdentityFaultCode =
  | 'ALGORITHM_REFUSED'
  | 'AUDIENCE_WRONG'
  | 'CLAIMS_REFUSED'
  | 'GRANT_ENDED'
  | 'HEADER_MALFORMED'
  | 'HEADER_REPEATED'
  | 'IDENTITY_MISSING'
  | 'ISSUER_UNKNOWN'
  | 'ISSUER_UNREADABLE'
  | 'KEYS_UNUSABLE'
  | 'KEY_UNKNOWN'
  | 'SIGNATURE_WRONG'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_FROM_THE_FUTURE'
  | 'TOKEN_MALFORMED'
  | 'TOKEN_TOO_LONG';

/** An identity that is not accepted. Never shown: which fault it was would help whoever forges. */
export class IdentityFault extends Error {
  override name = 'IdentityFault';

  constructor(
    readonly code: IdentityFaultCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
