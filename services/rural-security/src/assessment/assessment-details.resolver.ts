import { LANGUAGE_ARGUMENT, Language } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ItemStatement } from '../assessment-life/revision';
import { Document } from '../document/document';
import type { RuralSecurityContext } from '../request-context';
import { Assessment, Evidence, ItemResult, Statement } from './assessment';
import { AssessmentRevision } from './assessment-revision';
import { AssessmentStepType } from './assessment-step';
import { type AssessmentStep, explainAssessment } from './explain-assessment';

function statementOf(statements: readonly ItemStatement[] | null, number: number): Statement | null {
  const found = statements?.find((statement) => statement.number === number);
  if (!found) return null;
  const measures = Object.entries(found.measures ?? {}).map(([name, count]) => ({ name, count }));
  return { ...found, measures };
}

@Resolver(() => ItemResult)
export class ItemResultResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the set says; `criteriaSets` tells whether that was checked. Null in a language that has no text.',
  })
  async text(
    @Root() { of: { indicatorId, year }, number }: ItemResult,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<string | null> {
    const texts = await loaders.itemTextsByIndicatorId({ year }).load(indicatorId);
    const text = texts.find((each) => each.number === number);
    return (language === Language.VI ? text?.textVi : text?.textEn) ?? null;
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'What the unit says of it; null where it said nothing.',
  })
  selfAssessed(@Root() { of: { selfItems }, number }: ItemResult): Statement | null {
    return statementOf(selfItems, number);
  }

  @FieldResolver(() => Statement, {
    nullable: true,
    description: 'What the appraisal says of it; null before, and where verdicts alone are kept.',
  })
  appraised(@Root() { of: { appraisedItems }, number }: ItemResult): Statement | null {
    return statementOf(appraisedItems, number);
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'A paper of the registry.' })
  document(
    @Root() { documentId }: Evidence,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<Document | null> | null {
    return documentId === null ? null : loaders.documentById.load(documentId);
  }
}

@Resolver(() => Assessment)
export class AssessmentDetailsResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The paper of the last step, or of the revocation.' })
  decision(
    @Root() { decisionId }: Assessment,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<Document | null> | null {
    return decisionId === null ? null : loaders.documentById.load(decisionId);
  }

  @FieldResolver(() => [AssessmentStepType], {
    description: 'Why the verdict is what it is: the rule of the year, how far the unit has come, what was found.',
  })
  async explanation(
    @Root() assessment: Assessment,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<AssessmentStep[]> {
    const { indicatorId, year } = assessment;
    const [years, sets] = await Promise.all([
      loaders.yearsByIndicatorId.load(indicatorId),
      loaders.criteriaSetsByIndicatorId.load(indicatorId),
    ]);
    const version = years.find((one) => one.year === year)?.criteriaVersion;
    return explainAssessment(assessment, sets.find((set) => set.version === version) ?? null);
  }

  @FieldResolver(() => [AssessmentRevision], {
    description: 'All that was recorded of it, oldest first, as far as it was known on the day asked.',
  })
  history(
    @Root() { unitId, indicatorId, year }: Assessment,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<AssessmentRevision[]> {
    return loaders.historyByUnitId({ indicatorId, year }).load(unitId);
  }
}
