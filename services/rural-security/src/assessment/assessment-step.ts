import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { AssessmentStep, AssessmentStepKey } from './explain-assessment';

const KEYS: Readonly<Record<AssessmentStepKey, AssessmentStepKey>> = {
  RULE: 'RULE',
  STATE: 'STATE',
  CONTENTS: 'CONTENTS',
  CONCLUSION: 'CONCLUSION',
};

registerEnumType(KEYS, {
  name: 'AssessmentStepKey',
  description: 'What a step of the explanation of an assessment is about.',
  valuesConfig: {
    RULE: { description: 'The criteria set of the year and how it decides; the value is its version.' },
    STATE: { description: 'How far the assessment has come, and when; the value is the state.' },
    CONTENTS: { description: 'What was found of each content; the value is how many are met.' },
    CONCLUSION: { description: 'The verdict, which is the value, and why it is unknown where it is.' },
  },
});

@ObjectType('AssessmentStep', { description: 'One step of the way to the verdict on a unit.' })
export class AssessmentStepType implements AssessmentStep {
  @Field(() => Int, { description: 'From 1, without gaps.' })
  step!: number;

  @Field(() => KEYS, { description: 'What it is about, for programs.' })
  key!: AssessmentStepKey;

  @Field({ description: 'Its main value.' })
  value!: string;

  vi!: string;

  en!: string;
}

@Resolver(() => AssessmentStepType)
export class AssessmentStepResolver {
  @FieldResolver(() => String, { description: 'For people.' })
  text(
    @Root() { vi, en }: AssessmentStepType,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? vi : en;
  }
}
