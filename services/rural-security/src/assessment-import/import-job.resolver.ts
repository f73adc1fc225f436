import {
  type CountedPage,
  checkPageSize,
  createCountedPage,
  createTotalCountResolver,
  decodeCursor,
  PAGE_SIZE_ARGUMENT,
  PAGE_START_ARGUMENT,
} from '@tieuchi/subgraph-kit';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { RuralSecurityContext } from '../request-context';
import { ImportJob, ImportJobConnection } from './import-job';

export const ImportJobCountResolver = createTotalCountResolver(ImportJobConnection);

@Resolver()
export class ImportJobResolver {
  @Query(() => ImportJob, {
    nullable: true,
    description:
      'A job of `POST /imports`, also while it runs; null where there is none, or it is somebody else’s and the role is not MINISTRY, AUDITOR or ADMIN.',
  })
  importJob(
    @Arg('id', () => ID, { description: 'Of the job.' }) id: string,
    @Ctx() { importJobs }: RuralSecurityContext,
  ): Promise<ImportJob | null> {
    return importJobs.find(id);
  }

  @Query(() => ImportJobConnection, {
    nullable: true,
    description:
      'The own jobs, newest first; of everybody for MINISTRY, AUDITOR and ADMIN. Errors: PAGE_TOO_LARGE, BAD_USER_INPUT.',
  })
  async importJobs(
    @Arg('first', () => Int, { ...PAGE_SIZE_ARGUMENT, defaultValue: 20 }) first: number,
    @Arg('after', () => String, PAGE_START_ARGUMENT) after: string | null,
    @Ctx() { importJobs }: RuralSecurityContext,
  ): Promise<CountedPage<ImportJob>> {
    const rows = await importJobs.findPage(checkPageSize(first) + 1, decodeCursor(after));
    return createCountedPage(rows, first, {
      keyOf: ({ key }) => key,
      present: (row): ImportJob => row,
      count: () => importJobs.count(),
    });
  }
}
