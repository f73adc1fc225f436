import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { answerEn } from '../explanation/answer-en';
import { answerVi } from '../explanation/answer-vi';
import type { ExplanationStep, StepKey } from '../explanation/explained';
import { explain } from '../explanation/steps';
import { AttainmentType, type ShownAttainment } from './attainment-type';

export const StepKeyEnum: Readonly<Record<StepKey, StepKey>> = {
  SCOPE: 'SCOPE',
  RESULTS: 'RESULTS',
  TARGET: 'TARGET',
  REQUIRED: 'REQUIRED',
  COMPARISON: 'COMPARISON',
  IF_UNKNOWNS_PASS: 'IF_UNKNOWNS_PASS',
  CONCLUSION: 'CONCLUSION',
  METHOD: 'METHOD',
};

registerEnumType(StepKeyEnum, {
  name: 'ExplanationStepKey',
  description: 'What a step of an explanation is about.',
  valuesConfig: {
    SCOPE: { description: 'Which units are counted, on which days’ maps; the figure is their number.' },
    RESULTS: { description: 'What was appraised, and why the rest is unknown; the figure is how many met.' },
    TARGET: { description: 'What is asked, by when, and by which paper; the figure is the percentage.' },
    REQUIRED: { description: 'The arithmetic from percent to units; the figure is how many are needed.' },
    COMPARISON: { description: 'What met against what is needed; the figure is how many met.' },
    IF_UNKNOWNS_PASS: { description: 'The same if every unknown passes; the figure is how many would have met.' },
    CONCLUSION: { description: 'The verdict; its value is the figure.' },
    METHOD: { description: 'The formulas and the day as of which it was known; the figure is their version.' },
  },
});

@ObjectType('ExplanationStep', { description: 'One step of the way to a verdict, made of the numbers of the answer.' })
class ExplanationStepType implements ExplanationStep {
  @Field(() => Int, { description: 'From 1, without gaps.' })
  step!: number;

  @Field(() => StepKeyEnum, { description: 'What it is about, for programs.' })
  key!: StepKey;

  @Field(() => String, { nullable: true, description: 'Its main figure; null where it has none.' })
  value!: string | null;

  vi!: string;

  en!: string;
}

@Resolver(() => ExplanationStepType)
export class ExplanationStepResolver {
  @FieldResolver(() => String, { description: 'For people: inputs, rule, arithmetic or conclusion.' })
  text(
    @Root() { vi, en }: ExplanationStepType,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? vi : en;
  }
}

@Resolver(() => AttainmentType)
export class ExplanationResolver {
  @FieldResolver(() => String, {
    description: 'The answer in a sentence, with "[MÔ PHỎNG]" before it where figures are synthetic.',
  })
  answer(
    @Root() { explained }: ShownAttainment,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? answerVi(explained()) : answerEn(explained());
  }

  @FieldResolver(() => [ExplanationStepType], {
    description: 'Why the verdict is what it is: every number that led to it, in order.',
  })
  explanation(@Root() { explained }: ShownAttainment): ExplanationStep[] {
    return explain(explained());
  }
}
