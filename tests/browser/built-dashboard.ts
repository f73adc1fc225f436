import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const FOLDER = join(__dirname, '../../clients/dashboard');
let built: Promise<string> | undefined;

/** The dashboard of this checkout, built where its sources are newer. @returns the folder that the gateway is told */
export function buildDashboard(): Promise<string> {
  built ??= promisify(execFile)(process.execPath, [join(FOLDER, 'build.mjs')]).then(() => join(FOLDER, 'dist'));
  return built;
}
