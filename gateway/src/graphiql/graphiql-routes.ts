import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, type HttpRoute } from '@tieuchi/subgraph-kit';
import { PAGE_HEADERS } from '../dashboard/page-headers';

/** Where the packages keep what browsers load: nothing comes from another host, so that it works without a network. */
export interface GraphiqlFiles {
  readonly react: string;
  readonly reactDom: string;
  readonly script: string;
  readonly style: string;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>GraphiQL · Tiêu chí</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <link rel="stylesheet" href="/graphiql/page.css">
  </head>
  <body>
    <main id="graphiql"></main>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const PAGE_STYLE = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

/** A first question, so that the first press of the button answers something. */
const START = `const defaultQuery = \`query WhereWeStand @asOf(map: "2025-06-30") {
  country {
    name
    attainment(indicator: "ntm-2021-2025/19.2", year: 2025) {
      met
      notMet
      unknown
      total
      ratePercent
      shortfall
      verdict
      origin
    }
  }
}
\`;
const graphiql = React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }), defaultQuery });
ReactDOM.createRoot(document.getElementById('graphiql')).render(graphiql);
`;

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Its editor writes styles into the page and carries its fonts within its style sheet. */
const HEADERS = {
  ...PAGE_HEADERS,
  'content-security-policy': `${PAGE_HEADERS['content-security-policy']}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:`,
  'cache-control': 'no-cache',
};

/** The console for those who build with the API, by its paths. It asks `/graphql` as any client does. */
export function createGraphiqlRoutes({ react, reactDom, script, style }: GraphiqlFiles): Record<string, HttpRoute> {
  const files = new Map<string, readonly [type: string, body: () => Buffer | string]>([
    ['/graphiql', [HTML, () => PAGE]],
    ['/graphiql/page.css', [STYLE, () => PAGE_STYLE]],
    ['/graphiql/start.js', [SCRIPT, () => START]],
    ['/graphiql/react.js', [SCRIPT, () => readFileSync(react)]],
    ['/graphiql/react-dom.js', [SCRIPT, () => readFileSync(reactDom)]],
    ['/graphiql/graphiql.js', [SCRIPT, () => readFileSync(script)]],
    ['/graphiql/graphiql.css', [STYLE, () => readFileSync(style)]],
  ]);
  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const file = files.get((request.url ?? '/').split('?', 1)[0] as string);
    if (!file) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    const [type, body] = file;
    response.writeHead(200, { ...HEADERS, 'content-type': type }).end(body());
  };
  return { '/graphiql': route, '/graphiql/*': route };
}
