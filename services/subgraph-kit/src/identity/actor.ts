/** Roles from least to most; what each may do is the policy table's to say. */
export enum Role {
  PUBLIC = 'PUBLIC',
  VIEWER = 'VIEWER',
  COMMUNE_OFFICER = 'COMMUNE_OFFICER',
  APPRAISER = 'APPRAISER',
  RECOGNISER = 'RECOGNISER',
  MINISTRY = 'MINISTRY',
  AUDITOR = 'AUDITOR',
  ADMIN = 'ADMIN',
}

/** Who asks. The gateway makes it from a verified token; SQL sees it as `app.actor`, `app.role` and `app.scope`. */
export interface Actor {
  /** The token's subject; `anonymous` without one. */
  readonly subject: string;
  readonly role: Role;
  /** Id of the unit whose subtree the role holds for; `VN` is the whole country. */
  readonly scope: string;
}

/** Work that no person asked for: migrations, register swaps, readiness. */
export const SYSTEM: Actor = { subject: 'system', role: Role.ADMIN, scope: 'VN' };
