import { renderToString } from 'preact-render-to-string';
import { parseAddress } from './address/address';
import { type Ask, readAnswer } from './data/answer';
import { loadPage } from './data/load-page';
import { printDocument } from './page/document';
import { type LoadedFiles, readManifest } from './page/document-files';
import { Page } from './page/page';
import { createView } from './page/view';

/** As the gateway knows it: gateway/src/dashboard/page-renderer.ts. */
interface PageRequest {
  readonly path: string;
  readonly search: string;
}

type AskByHash = (hash: string, variables: object) => Promise<Parameters<typeof readAnswer>[0]>;

/** What is rendered at a path, with the status of the answer. */
type PageKind = (
  request: PageRequest,
  ask: Ask,
  files: LoadedFiles,
) => Promise<{ readonly status: number; readonly html: string }>;

/** By path, as the gateway routes: `/folder/*` takes what is under it. */
const PAGES: Readonly<Record<string, PageKind>> = { '/': renderDashboard };

/** @param manifest of the client's build, as Vite writes it */
export function createPageRenderer(manifest: unknown) {
  const files = readManifest(manifest);
  return {
    paths: Object.keys(PAGES),
    async render(request: PageRequest, askByHash: AskByHash) {
      const ask: Ask = async ({ hash }, variables) => readAnswer(await askByHash(hash, variables));
      const folder = `${request.path.slice(0, request.path.indexOf('/', 1) + 1)}*`;
      const kind = PAGES[request.path] ?? PAGES[folder];
      if (!kind) throw new Error(`no page at ${request.path}`);
      return kind(request, ask, files);
    },
  };
}

async function renderDashboard({ search }: PageRequest, ask: Ask, files: LoadedFiles) {
  const address = parseAddress(search);
  const content = await loadPage(address, ask);
  const view = createView(address, content);
  const isFound = content.faults.every(({ code }) => code !== 'UNIT_NOT_FOUND');
  return { status: isFound ? 200 : 404, html: printDocument(view, renderToString(<Page view={view} />), files) };
}
