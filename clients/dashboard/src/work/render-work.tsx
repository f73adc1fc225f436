import { renderToString } from 'preact-render-to-string';
import type { Question } from '../address/question';
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
  const content: WorkContent = { catalogue, ...(await askInstallation(question, ask)) };
  const view = createWorkView(address, content);
  const head = { language: address.language, title: workTitle(view), isSynthetic: content.isSynthetic };
  return { status: 200, html: printDocument(head, renderToString(<WorkPage view={view} />), files, content) };
}

/**
 * Work is about the units that the year counts, as they were on that day. Where the map of that day is not loaded, they
 * stand on the one that the programme closed on.
 */
async function askInstallation(question: Question | null, ask: Ask): Promise<Omit<WorkContent, 'catalogue'>> {
  const { indicator, year, programme } = question ?? {};
  for (const map of new Set([year?.countedOn, programme?.closingMap])) {
    if (!map || !indicator || !year) continue;
    const { data } = await ask(installationOperation, { indicator: indicator.id, year: year.year, map });
    if (data?.country) return { map, provinces: data.country.provinces ?? [], isSynthetic: isSyntheticIn(data) };
  }
  return { map: null, provinces: [], isSynthetic: false };
}
