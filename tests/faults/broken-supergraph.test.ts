import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueDevelopmentTokens } from '@tieuchi/gateway';
import { buildImageFolder, type ImageFolder } from '../containers/image-folder';

let image: ImageFolder;
let whole: string;
beforeAll(async () => {
  image = buildImageFolder();
  // a gateway without an issuer does not come as far as its supergraph
  await issueDevelopmentTokens(join(image.root, 'issuer'));
  whole = readFileSync(fileOf(image), 'utf8');
}, 120_000);
afterAll(() => image && rmSync(image.root, { recursive: true, force: true }));

const fileOf = ({ workFolder }: ImageFolder) => join(workFolder, 'schema/supergraph.graphql');

/** The gateway's own program, over services that nobody has started: its file is read before anybody is asked. */
function startGateway() {
  return spawnSync(process.execPath, ['gateway/dist/main.js'], {
    cwd: image.workFolder,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      GEOGRAPHY_URL: 'http://127.0.0.1:1',
      RURAL_SECURITY_URL: 'http://127.0.0.1:1',
      MODEL_WARD_URL: 'http://127.0.0.1:1',
      INTERNAL_KEY: 'a key that the gateway and its services share',
      TIEUCHI_ISSUER_DIR: join(image.root, 'issuer'),
    },
    encoding: 'utf8',
    timeout: 30_000,
  });
}

describe('the program of a gateway whose supergraph file', () => {
  it.each([
    ['was cut off in the middle', () => whole.slice(0, whole.length / 2)],
    ['is empty', () => ''],
    ['is of a federation that is not known', () => whole.replaceAll(/join\/v0\.\d/g, 'join/v9.9')],
    ['names a service that is not configured', () => whole.replaceAll('"model-ward"', '"another"')],
  ])('%s ends with 1 and one line that says what to do, and listens nowhere', (_how, broken) => {
    // linked to the checkout's: it is replaced, not written over
    rmSync(fileOf(image));
    writeFileSync(fileOf(image), broken());
    const { status, stderr, stdout } = startGateway();
    expect(stderr).toMatch(/^gateway: the supergraph cannot be used \([^\n]+\) – take schema\/supergraph[^\n]+\n$/);
    expect([status, stdout]).toEqual([1, '']);
  });
});
