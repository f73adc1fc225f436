import { renderToString } from 'preact-render-to-string';
import type { Ask } from '../data/answer';
import { catalogueOperation, installationOperation } from '../data/operations.generated';
import { printDocument } from '../page/document';
import type { LoadedFiles } from '../page/document-files';
import type { PageRequest, RenderedPage } from '../page/rendered-page';
import { parseWorkAddress } from './work-address';
import { WorkPage } from './work-page';
import { createWorkView, isSyntheticIn, resolveWorkQuestion, type WorkContent, workTitle } from './work-view';

/** `/work`: its frame. What an officer sees is asked by the browser, with the token that it alone has. */
export async function renderWork({ search }: PageRequest, ask: Ask, files: LoadedFiles): Promise<RenderedPage> {
  const address = parseWorkAddress(search);
  const { data } = await ask(catalogueOperation, {});
  const catalogue = data ?? { programmeInForce: null, programmes: null };
  const question = resolveWorkQuestion(address, catalogue);
  const installation =
    question &&
    (await ask(installationOperation, {
      indicator: question.indicator.id,
      year: question.year.year,
      map: question.map,
    }));
  const content: WorkContent = {
    catalogue,
    provinces: installation?.data?.country?.provinces ?? [],
    isSynthetic: isSyntheticIn(installation?.data ?? null),
  };
  const view = createWorkView(address, content);
  const head = { language: address.language, title: workTitle(view), isSynthetic: content.isSynthetic };
  return { status: 200, html: printDocument(head, renderToString(<WorkPage view={view} />), files, content) };
}
