import { registerEnumType } from 'type-graphql';

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

registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody may see and do, each within a part of the country.',
  valuesConfig: {
    PUBLIC: { description: 'Without a sign-in: published figures.' },
    VIEWER: { description: 'Reads, without the names of officers.' },
    COMMUNE_OFFICER: { description: 'Enters and sends what a unit says of itself.' },
    APPRAISER: { description: 'Appraises what was sent, or returns it.' },
    RECOGNISER: { description: 'Takes the last step of an indicator, returns an appraisal, or revokes.' },
    MINISTRY: { description: 'Oversees its part of the country and enters what is reported to it.' },
    AUDITOR: { description: 'Reads what was done, and by whom.' },
    ADMIN: { description: 'Runs the installation.' },
  },
});

/** Who asks. The gateway makes it from a verified token; SQL sees it as `app.actor`, `app.role` and `app.scope`. */
export interface Actor {
  /** The token's subject; {@link ANONYMOUS} without one. */
  readonly subject: string;
  readonly role: Role;
  /** Id of the unit whose subtree the role holds for; `VN` is the whole country. */
  readonly scope: string;
}

/** Whoever sends no token; no token may name it. */
export const ANONYMOUS = 'anonymous';

export function isAnonymous({ subject }: Actor): boolean {
  return subject === ANONYMOUS;
}

/** Work that no person asked for: migrations, register swaps, readiness. */
export const SYSTEM: Actor = { subject: 'system', role: Role.ADMIN, scope: 'VN' };
