import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { SpeakingError } from '../errors/speaking-error';
import type { Actor } from '../identity/actor';
import type { FieldPolicy } from './field-policy';

/** The lines of the fields of a document that are not everybody's, each once. Found once for each document. */
export function findRestrictedFields(schema: GraphQLSchema, document: DocumentNode): FieldPolicy[] {
  const found = new Set<FieldPolicy>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const { policy } = (types.getFieldDef()?.extensions ?? {}) as { policy?: FieldPolicy };
        if (policy) found.add(policy);
      },
    }),
  );
  return [...found];
}

/**
 * What refuses an operation before any of it runs. It depends on the role and the document alone, so it tells nothing of
 * what there is.
 * @returns an error for each field that the actor may not ask for; none where it may ask for all
 */
export function refuseFields(restricted: readonly FieldPolicy[], { role }: Actor): SpeakingError[] {
  return restricted
    .filter(({ roles, otherwise }) => otherwise === 'REFUSED' && !roles.includes(role))
    .map(({ type, field, roles }) => {
      const what = `${type}.${field}`;
      return new SpeakingError('FORBIDDEN', `${what} is for ${roles.join(', ')}; you are ${role}. ${adviceOn(type)}`, {
        field: what,
      });
    });
}

function adviceOn(type: string): string {
  return type === 'Mutation' ? 'Sign in as one of them.' : 'Sign in as one of them, or ask without it.';
}
