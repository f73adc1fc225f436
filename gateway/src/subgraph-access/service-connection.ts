import type { Deadline } from '@tieuchi/subgraph-kit';
import { Pool } from 'undici';
import { ConnectionFault } from './connection-fault';

export interface ServiceResponse {
  readonly status: number;
  /** A header that came twice is not one of ours: null. */
  header(name: string): string | null;
  readonly text: string;
}

/** Kept connections to one service, for the questions of which an answer takes several: `fetch` costs each three times as much. */
export class ServiceConnection {
  private readonly pool: Pool;

  /** @param url where the service listens, without a path */
  constructor(
    private readonly service: string,
    url: string,
  ) {
    // whoever asks says how long; of what is silent no time of the connection's own shall tell first
    this.pool = new Pool(url, { headersTimeout: 0, bodyTimeout: 0 });
  }

  /**
   * @param deadline until when the connection is kept for the answer
   * @throws ConnectionFault when it was not made or broke; another error when the time was over, or whoever asked is gone
   */
  async post(
    path: string,
    headers: Record<string, string>,
    body: string,
    deadline: Deadline,
  ): Promise<ServiceResponse> {
    const given = new AbortController();
    const giveUp = () => given.abort();
    const timer = setTimeout(giveUp, deadline.leftMs());
    deadline.signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const answer = await this.pool.request({ path, method: 'POST', headers, body, signal: given.signal });
      const text = await answer.body.text();
      const header = (name: string) => {
        const value = answer.headers[name];
        return typeof value === 'string' ? value : null;
      };
      return { status: answer.statusCode, header, text };
    } catch (error) {
      throw given.signal.aborted ? error : new ConnectionFault(this.service, error);
    } finally {
      clearTimeout(timer);
      deadline.signal?.removeEventListener('abort', giveUp);
    }
  }
}
