/** As the gateway knows it: gateway/src/dashboard/page-renderer.ts. */
export interface PageRequest {
  readonly path: string;
  readonly search: string;
}

export interface RenderedPage {
  readonly status: number;
  readonly html: string;
}
