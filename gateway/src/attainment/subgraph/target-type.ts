import { dateScalar, decimalScalar } from '@tieuchi/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import type { Target } from '../target';

@ObjectType('AttainmentTarget', { description: 'What is to be reached, by when, and who says so.' })
export class TargetType implements Pick<Target, 'percent' | 'due' | 'source' | 'version' | 'inherited'> {
  @Field(() => decimalScalar, { description: 'At least this share of the population, in percent: "99".' })
  percent!: string;

  @Field(() => dateScalar, { description: 'Last day on which it is reached in time.' })
  due!: string;

  @Field({ description: 'The paper, with its date: "QĐ 926/QĐ-TTg (02/8/2022)".' })
  source!: string;

  @Field({ description: 'The day of the version, "2022-08-02"; of several that are loaded the latest is taken.' })
  version!: string;

  @Field({ description: "True: the country's target; the sources name none of the unit's own." })
  inherited!: boolean;
}
