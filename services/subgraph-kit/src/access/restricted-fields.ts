import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { SpeakingError } from '../errors/speaking-error';
import type { Actor } from '../identity/actor';
import { type FieldPolicy, nameRoles } from './field-policy';

/** A field of a document that is not everybody's. */
export interface RestrictedField {
  readonly policy: FieldPolicy;
  /** The nearest field around it that is not everybody's either. */
  readonly within: FieldPolicy | undefined;
}

/** The fields of a document that are not everybody's. Found once for each document. */
export function findRestrictedFields(schema: GraphQLSchema, document: DocumentNode): RestrictedField[] {
  const found: RestrictedField[] = [];
  const around: (FieldPolicy | undefined)[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter() {
          const { policy } = (types.getFieldDef()?.extensions ?? {}) as { policy?: FieldPolicy };
          const within = around.at(-1);
          if (policy) found.push({ policy, within });
          around.push(policy ?? within);
        },
        leave() {
          around.pop();
        },
      },
    }),
  );
  return found;
}

/**
 * What refuses an operation before any of it runs. It depends on the role and the document alone, so it tells nothing of
 * what there is.
 * @returns an error for each field that the actor may not ask for, but for those inside of such a one; none where it may
 * ask for all
 */
export function refuseFields(restricted: readonly RestrictedField[], { role }: Actor): SpeakingError[] {
  const isRefused = (policy: FieldPolicy | undefined) =>
    policy !== undefined && policy.otherwise === 'REFUSED' && !policy.roles.includes(role);
  const refused = restricted.filter(({ policy, within }) => isRefused(policy) && !isRefused(within));
  return [...new Set(refused.map(({ policy }) => policy))].map(({ type, field, roles }) => {
    const what = `${type}.${field}`;
    const message = `${what} is for ${nameRoles(roles)}; you are ${role}. ${adviceOn(type)}`;
    return new SpeakingError('FORBIDDEN', message, { field: what });
  });
}

/** Whether names of people are shown to this actor: a reading that leaves an entry. */
export function readsNames(restricted: readonly RestrictedField[], { role }: Actor): boolean {
  return restricted.some(({ policy }) => policy.otherwise === 'NULL' && policy.roles.includes(role));
}

/** Whether the answer is this actor's alone: it tells what they did, or leaves an entry of theirs each time. */
export function isPersonal(restricted: readonly RestrictedField[], actor: Actor): boolean {
  return readsNames(restricted, actor) || restricted.some(({ policy }) => policy.isOwn);
}

function adviceOn(type: string): string {
  return type === 'Mutation' ? 'Sign in as one of them.' : 'Sign in as one of them, or ask without it.';
}
