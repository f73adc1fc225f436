/** What is learned of an answer while it is made: whether it may be given again, and what it rests on. */
export interface AnswerReuse {
  /** A query whose data is there without an error. */
  isWhole: boolean;
  /** A service said that it is for this person alone. */
  isPersonal: boolean;
  /** The services that were asked. */
  readonly services: Set<string>;
}

export function createAnswerReuse(): AnswerReuse {
  return { isWhole: false, isPersonal: false, services: new Set() };
}
