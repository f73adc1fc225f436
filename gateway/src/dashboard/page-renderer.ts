import type { GraphQLFormattedError } from 'graphql';

/** What an operation of the manifest answered, as `/graphql` would have sent it. */
export interface PageAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: unknown;
}

/** Asks an operation by its hash, as whoever asked for the page. */
export type PageAsk = (hash: string, variables: Readonly<Record<string, unknown>>) => Promise<PageAnswer>;

export interface PageRequest {
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly search: string;
}

export interface RenderedPage {
  readonly status: number;
  readonly html: string;
}

/** What a built dashboard gives the gateway: pages as texts, made of answers that it asks for. */
export interface PageRenderer {
  /** Paths of its pages; `/folder/*` takes what is under it. */
  readonly paths: readonly string[];
  render(request: PageRequest, ask: PageAsk): Promise<RenderedPage>;
}

/** What the server part of a built dashboard exports. */
export interface RendererModule {
  /** @param manifest of its client part: which files a page loads */
  createPageRenderer(manifest: unknown): PageRenderer;
}
