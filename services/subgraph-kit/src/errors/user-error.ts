import { Directive, Field, ObjectType } from 'type-graphql';
import { SpeakingError } from './speaking-error';

@ObjectType({ description: 'Why a mutation did nothing: expected failures are data, so that a form can show them.' })
@Directive('@shareable')
export class UserError {
  @Field({ description: 'For programs: "STALE_VERSION". The same codes as those of errors.' })
  code!: string;

  @Field(() => [String], {
    description: 'Where in `input` it is wrong: ["items", "0", "evidence"]; empty where it is about the whole.',
  })
  path!: string[];

  @Field({ description: 'For people: what is wrong and what to do.' })
  message!: string;
}

export type Outcome<T> =
  | { readonly value: T; readonly userErrors: [] }
  | { readonly value: null; readonly userErrors: UserError[] };

/** What was expected to fail becomes data; anything else stays an error. */
export async function withUserErrors<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof SpeakingError)) throw error;
    const { code, path } = error.extensions;
    const place = typeof path === 'string' ? path.split('.') : [];
    return { value: null, userErrors: [{ code: String(code), path: place, message: error.message }] };
  }
}
