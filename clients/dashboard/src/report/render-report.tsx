import { renderToString } from 'preact-render-to-string';
import { parseAddress } from '../address/address';
import type { Ask } from '../data/answer';
import { printDocument } from '../page/document';
import type { LoadedFiles } from '../page/document-files';
import type { PageRequest, RenderedPage } from '../page/rendered-page';
import { loadReport } from './load-report';
import { createReportView, REPORT_WORDS } from './report-view';
import { Sheet } from './sheet';

/** `/report/19`: the sheet of a province. It needs no script; with one it shows what the reader's token may see. */
export async function renderReport({ path, search }: PageRequest, ask: Ask, files: LoadedFiles): Promise<RenderedPage> {
  const place = /^\/report\/(\d{2})$/.exec(path)?.[1];
  const address = { ...parseAddress(search), place: place ?? 'VN' };
  const { language } = address;
  const words = REPORT_WORDS[language];
  if (!place) {
    const text = words.notFound(path);
    return { status: 404, html: printDocument({ language, title: text, isSynthetic: true }, printNotice(text), files) };
  }
  const content = await loadReport(address, ask);
  const view = createReportView(address, content);
  const isFound = content.faults.every(({ code }) => code !== 'UNIT_NOT_FOUND');
  const mark = content.isSynthetic ? view.words.syntheticMark : '';
  const head = { language, title: `${mark}${view.heading}`, isSynthetic: content.isSynthetic };
  return { status: isFound ? 200 : 404, html: printDocument(head, renderToString(<Sheet view={view} />), files) };
}

function printNotice(text: string): string {
  return renderToString(
    <main class="page sheet">
      <h1>{text}</h1>
    </main>,
  );
}
