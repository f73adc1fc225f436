import { type Day, dateScalar, SourceStatus } from '@tieuchi/subgraph-kit';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum ReportingPeriodKind {
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  YEAR = 'YEAR',
}

registerEnumType(ReportingPeriodKind, {
  name: 'ReportingPeriodKind',
  description: 'How long a periodic report (báo cáo định kỳ) covers.',
  valuesConfig: {
    QUARTER: { description: 'Báo cáo quý.' },
    HALF_YEAR: { description: 'Báo cáo sáu tháng.' },
    YEAR: { description: 'Báo cáo năm.' },
  },
});

@ObjectType({
  description:
    'A period that is reported on. `@asOf(knownOn:)` and the argument `year` take what it says, so that a report can be had again.',
})
export class ReportingPeriod {
  @Field(() => ID, { description: 'Year and name: "2025-Q1", "2025-H1", "2025-YEAR".' })
  id!: string;

  @Field(() => ReportingPeriodKind, { description: 'How long it is.' })
  kind!: ReportingPeriodKind;

  @Field(() => dateScalar, { description: 'Its first day.' })
  from!: Day;

  @Field(() => dateScalar, { description: 'Its last day.' })
  to!: Day;

  @Field(() => dateScalar, {
    description: 'What `@asOf(knownOn:)` takes for its report: its last day. Refused while it is to come.',
  })
  knownOn!: Day;

  @Field(() => Int, { description: 'The assessment year that its report is about; its window is another one.' })
  year!: number;

  @Field(() => SourceStatus, { description: 'How sure it is that these days hold for the programmes here.' })
  status!: SourceStatus;

  @Field({ description: 'Which papers state such periods, and what is our conclusion, in Vietnamese.' })
  source!: string;

  @Field({ description: 'Whether its last day is over today in Vietnam: then its report does not change any more.' })
  isClosed!: boolean;
}
