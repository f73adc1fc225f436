import { decimalScalar, LANGUAGE_ARGUMENT, Language, SpeakingError } from '@tieuchi/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import type { RuralSecurityContext } from '../request-context';
import { type PresentedTally, presentReportedTally } from './present-reported-tally';
import { reachesPercent } from './reaches-percent';
import { type Reconciled, reconcile, whyNotCompared } from './reconcile';
import { reconciliationSentence } from './reconciliation-sentence';
import { ReportedKind } from './reported-enums';
import { Reconciliation, ReportedIndicator, ReportedTally } from './reported-tally';

const FORM = /^\d{1,3}(\.\d{1,9})?$/;

interface PresentedReconciliation extends Reconciled {
  readonly tally: PresentedTally;
}

@Resolver(() => AdministrativeUnit)
export class UnitReportedTalliesResolver {
  @FieldResolver(() => [ReportedTally], {
    nullable: true,
    description:
      'What was printed or sent up of this unit, by indicator and day: of the unit that had the code of the report on the map of its day, or else on the first map that is loaded. Of units that merged, ask these.',
  })
  async reportedTallies(
    @Root() { id }: AdministrativeUnit,
    @Arg('kind', () => ReportedKind, { nullable: true, description: 'Plans or results alone; left out: both.' })
    kind: ReportedKind | null,
    @Arg('indicator', () => ID, { nullable: true, description: 'The id of `ReportedTally.indicator`; left out: all.' })
    indicatorId: string | null,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<PresentedTally[]> {
    const rows = await loaders.reportedTalliesByUnitId.load(id);
    return rows
      .filter((row) => (!kind || row.kind === kind) && (!indicatorId || row.indicatorId === indicatorId))
      .map(presentReportedTally);
  }
}

@Resolver(() => ReportedTally)
export class ReportedTallyResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the counts reach a percentage, exactly and not by the printed one: 114 of 116 do not reach 99. Null without a total, and of a plan. Error: BAD_USER_INPUT.',
  })
  reaches(
    @Root() { row }: PresentedTally,
    @Arg('percent', () => decimalScalar, { description: 'The percentage: "99".' }) percent: string,
  ): boolean | null {
    if (!FORM.test(percent)) {
      throw new SpeakingError('BAD_USER_INPUT', `percent: "${percent.slice(0, 40)}" – a percentage such as "99".`);
    }
    return row.kind === ReportedKind.PLAN ? null : reachesPercent(row.met, row.total, percent);
  }

  @FieldResolver(() => Reconciliation, {
    description: 'Beside what is recorded here of the same indicator, unit and year. Never with demonstration data.',
  })
  async reconciliation(
    @Root() tally: PresentedTally,
    @Ctx() { loaders }: RuralSecurityContext,
  ): Promise<PresentedReconciliation> {
    const { row } = tally;
    if (whyNotCompared(row) !== null) return { ...reconcile(row, null), tally };
    const { indicatorId, year, unitId, populationId } = row;
    const recorded = await loaders.talliesByUnitId({ indicatorId, year }).load(unitId);
    return { ...reconcile(row, recorded.find(({ population }) => population === populationId) ?? null), tally };
  }
}

@Resolver(() => ReportedIndicator)
export class ReportedIndicatorResolver {
  @FieldResolver(() => String, { description: 'For people.' })
  title(
    @Root() { titleVi, titleEn }: ReportedIndicator,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return language === Language.VI ? titleVi : titleEn;
  }
}

@Resolver(() => Reconciliation)
export class ReconciliationResolver {
  @FieldResolver(() => String, { description: 'The comparison in a sentence.' })
  sentence(
    @Root() { tally, ...reconciled }: PresentedReconciliation,
    @Arg('language', () => Language, LANGUAGE_ARGUMENT) language: Language,
  ): string {
    return reconciliationSentence(tally.row, reconciled, tally.flags, language);
  }
}
