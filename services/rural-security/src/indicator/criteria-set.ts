import { type Day, dateScalar, decimalScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { RuleText } from '../judging/describe-requirement';
import type { IndicatorRule, ItemRule } from '../judging/rule';

export enum EvidencePolicy {
  REQUIRED = 'REQUIRED',
  OPTIONAL = 'OPTIONAL',
  REFERENCE_ONLY = 'REFERENCE_ONLY',
  NONE = 'NONE',
}

export enum RuleKind {
  STATED = 'STATED',
  ALL_OF = 'ALL_OF',
  AT_LEAST_OF = 'AT_LEAST_OF',
  SHARE_OF_SUB_UNITS = 'SHARE_OF_SUB_UNITS',
  NOT_MORE_THAN_YEAR_BEFORE = 'NOT_MORE_THAN_YEAR_BEFORE',
  CHANGE_AGAINST_BASE_YEAR = 'CHANGE_AGAINST_BASE_YEAR',
}

registerEnumType(EvidencePolicy, {
  name: 'EvidencePolicy',
  description: 'What a unit gives to prove a content.',
  valuesConfig: {
    REQUIRED: { description: 'It is not sent without evidence.' },
    OPTIONAL: { description: 'Evidence may be given.' },
    REFERENCE_ONLY: { description: 'Number, date and issuer of the paper alone; never a file.' },
    NONE: { description: 'It takes none.' },
  },
});
registerEnumType(RuleKind, {
  name: 'RuleKind',
  description: 'How a content, or an indicator from its contents, is decided.',
  valuesConfig: {
    STATED: { description: 'The appraiser says it; nothing is computed.' },
    ALL_OF: { description: 'An indicator: all contents are met.' },
    AT_LEAST_OF: { description: 'An indicator: at least `count` contents are met.' },
    SHARE_OF_SUB_UNITS: { description: 'A content: each part is at least so many percent of its whole.' },
    NOT_MORE_THAN_YEAR_BEFORE: { description: 'A content: no measure is more than the year before.' },
    CHANGE_AGAINST_BASE_YEAR: { description: 'A content: each measure fell against the base year.' },
  },
});

@ObjectType({ description: 'So many of so many: "70 % of the registered".' })
export class RuleCondition {
  @Field({ description: 'Name of the measure that is the part.' })
  part!: string;

  @Field({ description: 'Name of the measure that is the whole.' })
  of!: string;

  @Field(() => decimalScalar, { description: 'In percent: "70".' })
  atLeastPercent!: string;
}

/** Each kind has some of the parameters; the others are null. */
@ObjectType({ description: 'How a content, or an indicator from its contents, is decided: data, not code.' })
export class CriteriaRule {
  @Field(() => RuleKind, { description: 'Says which of the parameters it has; the others are null.' })
  kind!: RuleKind;

  @Field(() => Int, { nullable: true, description: 'Of AT_LEAST_OF: how many contents.' })
  count?: number | null;

  @Field(() => [RuleCondition], { nullable: true, description: 'Of SHARE_OF_SUB_UNITS: each must hold.' })
  conditions?: RuleCondition[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of the measures that are compared with an earlier year.',
  })
  measures?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of NOT_MORE_THAN_YEAR_BEFORE. True: less than the year before.',
  })
  strict?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Of CHANGE_AGAINST_BASE_YEAR.' })
  baseYear?: number | null;

  @Field(() => decimalScalar, { nullable: true, description: 'Of CHANGE_AGAINST_BASE_YEAR, in percent: "5".' })
  fewerByAtLeastPercent?: string | null;

  /** Not shown as it is: `text` gives one of them. */
  texts!: RuleText;
}

@ObjectType({ description: 'One content (nội dung) of a criteria set.' })
export class IndicatorItem {
  @Field(() => Int, { description: 'From 1, as results name it.' })
  number!: number;

  textVi!: string;

  textEn!: string | null;

  @Field(() => SourceStatus, { description: 'How sure its text is; UNVERIFIED is shown as such.' })
  status!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Where the text stands; null where nobody saw it.' })
  source!: string | null;

  rule!: ItemRule;

  @Field(() => EvidencePolicy, { description: 'What a unit gives to prove it: a convention of this project.' })
  evidencePolicy!: EvidencePolicy;

  @Field(() => [String], { description: 'What an appraiser looks for, in Vietnamese.' })
  evidenceChecklist!: string[];

  @Field(() => Int, { nullable: true, description: 'Only where an indicator gives points, and the source shows them.' })
  points!: number | null;
}

@ObjectType({ description: 'One version of the contents of an indicator. Which one holds is said by the year.' })
export class IndicatorCriteriaSet {
  @Field({ description: 'Named by its paper: "HD-04-2024".' })
  version!: string;

  @Field(() => dateScalar, { nullable: true, description: 'First day of its paper; null where it is not known.' })
  validFrom!: Day | null;

  @Field(() => dateScalar, { nullable: true, description: 'Last day; null: without an end.' })
  validTo!: Day | null;

  @Field(() => String, { nullable: true, description: 'The paper, in Vietnamese.' })
  source!: string | null;

  @Field(() => SourceStatus, { description: 'How sure the set as a whole is.' })
  status!: SourceStatus;

  rule!: IndicatorRule;

  @Field(() => [IndicatorItem], { description: 'Empty where no content is known one by one.' })
  items!: IndicatorItem[];
}
