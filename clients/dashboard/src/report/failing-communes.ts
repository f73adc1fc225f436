import type { Question } from '../address/question';
import type { Ask, Fault } from '../data/answer';
import { loadCommunes } from '../data/load-communes';
import { LAST_DAY_OF_DISTRICTS } from '../data/load-page';
import { type Loaded, loadPages, PAGE_SIZE } from '../data/load-pages';
import {
  type FailingContentsQuery,
  type FailingContentsQueryVariables,
  failingContentsOperation,
} from '../data/operations.generated';
import { variablesOf } from '../data/question-variables';

export interface FailingCommune {
  readonly code: string;
  readonly name: string;
  /** Name of its district; null where it lies in none. */
  readonly under: string | null;
  /** Numbers of the contents that fail; null where the reader may not see them. */
  readonly contents: readonly number[] | null;
}

/** The list, or why there is none: on a map without the communes that were counted only those who signed in get one. */
export type FailingCommunes =
  | { readonly status: 'LISTED'; readonly withContents: boolean; readonly rows: readonly FailingCommune[] }
  | { readonly status: 'UNPUBLISHED' }
  | { readonly status: 'NOT_ANSWERED' };

type Node = NonNullable<FailingContentsQuery['assessments']>['nodes'][number];

/** The communes of a province that fail, as far as the reader may see: with their contents, by name alone, or not. */
export async function loadFailingCommunes(question: Question, within: string, ask: Ask): Promise<FailingCommunes> {
  const { rows, faults } = await loadWithContents(question, within, ask);
  if (rows) return { status: 'LISTED', withContents: true, rows: rows.map(withContents) };
  if (!faults.some(isRefusal)) return { status: 'NOT_ANSWERED' };
  if (question.map > LAST_DAY_OF_DISTRICTS) return { status: 'UNPUBLISHED' };
  const published = await loadCommunes(question, ask);
  if (!published.rows) return { status: 'NOT_ANSWERED' };
  const failing = published.rows.filter(({ assessment }) => assessment?.verdict === 'NOT_MET');
  return {
    status: 'LISTED',
    withContents: false,
    rows: failing.map(({ code, name, parent }) => ({ code, name, under: districtOf(parent), contents: null })),
  };
}

function loadWithContents(question: Question, within: string, ask: Ask): Promise<Loaded<Node>> {
  const { code: _, ...shared } = variablesOf(question);
  return loadPages<Node>(async (after) => {
    const variables: FailingContentsQueryVariables = { ...shared, within, first: PAGE_SIZE, after };
    const { data, faults } = await ask(failingContentsOperation, variables);
    return { page: data?.assessments, faults };
  });
}

function withContents({ unit, assessment }: Node): FailingCommune {
  const failing = assessment.items.filter(({ verdict }) => verdict === 'NOT_MET');
  return {
    code: unit?.code ?? '',
    name: unit?.name ?? '',
    under: districtOf(unit?.parent),
    contents: failing.map(({ number }) => number),
  };
}

function districtOf(parent: { readonly name: string; readonly level: string } | null | undefined): string | null {
  return parent?.level === 'DISTRICT' ? parent.name : null;
}

function isRefusal({ code }: Fault): boolean {
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED';
}
