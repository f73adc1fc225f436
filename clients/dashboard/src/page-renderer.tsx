import { renderToString } from 'preact-render-to-string';
import { parseAddress } from './address/address';
import { type Ask, readAnswer } from './data/answer';
import { loadPage } from './data/load-page';
import { printDocument } from './page/document';
import { type LoadedFiles, readManifest } from './page/document-files';
import { Page } from './page/page';
import type { PageRequest, RenderedPage } from './page/rendered-page';
import { titleOf } from './page/title';
import { createView } from './page/view';
import { renderReport } from './report/render-report';
import { renderWork } from './work/render-work';

type AskByHash = (hash: string, variables: object) => Promise<Parameters<typeof readAnswer>[0]>;

/** What is rendered at a path, with the status of the answer, and the source of the script that the page loads. */
interface PageKind {
  readonly source: string;
  render(request: PageRequest, ask: Ask, files: LoadedFiles): Promise<RenderedPage>;
}

/** By path, as the gateway routes: `/folder/*` takes what is under it. */
const PAGES: Readonly<Record<string, PageKind>> = {
  '/': { source: 'src/main.tsx', render: renderDashboard },
  '/report/*': { source: 'src/report.ts', render: renderReport },
  '/work': { source: 'src/work.tsx', render: renderWork },
};

/** @param manifest of the client's build, as Vite writes it */
export function createPageRenderer(manifest: unknown) {
  const entries = Object.entries(PAGES);
  const filesOf = new Map(entries.map(([path, { source }]) => [path, readManifest(manifest, source)]));
  return {
    paths: Object.keys(PAGES),
    async render(request: PageRequest, askByHash: AskByHash) {
      const ask: Ask = async ({ hash }, variables) => readAnswer(await askByHash(hash, variables));
      const folder = `${request.path.slice(0, request.path.indexOf('/', 1) + 1)}*`;
      const path = [request.path, folder].find((each) => Object.hasOwn(PAGES, each)) ?? '';
      const [kind, files] = [PAGES[path], filesOf.get(path)];
      if (!kind || !files) throw new Error(`no page at ${request.path}`);
      return kind.render(request, ask, files);
    },
  };
}

async function renderDashboard({ search }: PageRequest, ask: Ask, files: LoadedFiles): Promise<RenderedPage> {
  const address = parseAddress(search);
  const content = await loadPage(address, ask);
  const view = createView(address, content);
  const isFound = content.faults.every(({ code }) => code !== 'UNIT_NOT_FOUND');
  const head = { language: address.language, title: titleOf(view), isSynthetic: content.isSynthetic };
  const html = printDocument(head, renderToString(<Page view={view} />), files, content);
  return { status: isFound ? 200 : 404, html };
}
