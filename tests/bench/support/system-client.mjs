import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * A client that keeps one connection, as a dashboard does.
 * @param token what it signs in with; none: it asks without
 */
export function openGraphql(url, token = null) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    /** @throws Error when the answer holds errors */
    async ask(query, variables = {}) {
      const { data, errors } = JSON.parse(
        await post(`${url}/graphql`, agent, JSON.stringify({ query, variables }), token),
      );
      if (errors) throw new Error(`${query}: ${JSON.stringify(errors[0])}`);
      return data;
    },
    close: () => agent.destroy(),
  };
}

function post(url, agent, body, token) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A session of the embedded server's superuser, in geography's schema. */
export async function openDatabase(dataDir) {
  const { Client } = require('pg');
  const read = (name) => readFileSync(join(dataDir, name), 'utf8').trim();
  const client = new Client({
    connectionString: `postgres://postgres:${read('postgres.password')}@127.0.0.1:${read('postgres.port')}/tieuchi`,
    options: '-c search_path=geography,public',
  });
  await client.connect();
  return client;
}

/** COPY FROM STDIN of rows in PostgreSQL's text format. */
export function copyIn(client, into, text) {
  const { Query } = require('pg');
  return new Promise((resolve, reject) => {
    const copy = new Query(`copy ${into} from stdin`, (error) => (error ? reject(error) : resolve()));
    copy.handleCopyInResponse = (connection) => {
      connection.sendCopyFromChunk(Buffer.from(text));
      connection.endCopyFrom();
    };
    client.query(copy);
  });
}

/** A development token of the installation in this folder. */
export async function issueToken(dataDir, role) {
  const { issueDevelopmentTokens } = require('@tieuchi/gateway');
  return (await issueDevelopmentTokens(join(dataDir, 'issuer'))).get(role);
}
