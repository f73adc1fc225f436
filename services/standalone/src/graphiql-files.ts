import { dirname, join } from 'node:path';
import type { GraphiqlFiles } from '@tieuchi/gateway';

/** What GraphiQL's packages have ready for browsers; undefined where these optional packages are left out. */
export function findGraphiql(): GraphiqlFiles | undefined {
  const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
  try {
    const graphiql = folderOf('graphiql');
    return {
      react: join(folderOf('react'), 'umd/react.production.min.js'),
      reactDom: join(folderOf('react-dom'), 'umd/react-dom.production.min.js'),
      script: join(graphiql, 'graphiql.min.js'),
      style: join(graphiql, 'graphiql.min.css'),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
