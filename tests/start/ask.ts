export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers of many shapes
  readonly data: any;
  readonly errors: unknown;
}

/** @param url of a running start, without `/graphql` */
export async function ask(url: string, query: string, token?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    // a connection of its own, so that none is left idle when the server is to end
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors: unknown };
  return { status: response.status, data, errors };
}

export const STANDING = `query Standing @asOf(map: "2025-06-30") {
  country { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown total verdict origin } }
}`;

export const DEMONSTRATION_STANDING = {
  country: {
    attainment: { met: 7_550, notMet: 72, unknown: 70, total: 7_692, verdict: 'UNDECIDED', origin: 'SYNTHETIC' },
  },
};
