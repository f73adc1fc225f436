import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './compose-file';
import { type Instruction, readDockerfile, readIgnored } from './dockerfile';

/** The image's files, made step by step as the Dockerfile says, without a container engine. */
export interface ImageFolder {
  /** What is `/` in the image. */
  readonly root: string;
  /** Where its programs run: its WORKDIR. */
  readonly workFolder: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface BuiltStage extends ImageFolder {
  readonly environment: Record<string, string>;
  workFolder: string;
}

/**
 * Takes the steps of all stages one after the other. `npm ci` is not run, since it takes minutes: what the lock file marks
 * for it is linked, file by file, from the checkout. Everything else is done as it is written.
 */
export function buildImageFolder(): ImageFolder {
  const built = new Map<string, BuiltStage>();
  let last: BuiltStage | undefined;
  for (const { base, name, steps } of readDockerfile()) {
    const stage = beginStage(built.get(base));
    for (const step of steps) takeStep(stage, step, built);
    if (name !== null) built.set(name, stage);
    last = stage;
  }
  if (!last) throw new Error('the Dockerfile has no stage');
  // the stages before are left behind, as an image leaves them
  for (const { root } of built.values()) if (root !== last.root) rmSync(root, { recursive: true, force: true });
  return last;
}

function beginStage(from: BuiltStage | undefined): BuiltStage {
  const root = mkdtempSync(join(tmpdir(), 'tieuchi-image-'));
  if (!from) return { root, workFolder: root, environment: {} };
  linkFiles(from.root, root);
  return { root, workFolder: join(root, relative(from.root, from.workFolder)), environment: { ...from.environment } };
}

function takeStep(stage: BuiltStage, { name, words }: Instruction, built: ReadonlyMap<string, BuiltStage>): void {
  if (name === 'WORKDIR') {
    stage.workFolder = join(stage.root, words[0]!);
    mkdirSync(stage.workFolder, { recursive: true });
  } else if (name === 'ENV') {
    for (const [key, value] of words.map((word) => word.split('=', 2))) stage.environment[key!] = value!;
  } else if (name === 'COPY') copy(stage, words, built);
  else if (name === 'RUN') run(stage, words);
}

function copy(stage: BuiltStage, words: readonly string[], built: ReadonlyMap<string, BuiltStage>): void {
  const from = words[0]!.startsWith('--from=') ? built.get(words[0]!.slice('--from='.length)) : null;
  if (from === undefined) throw new Error(`COPY ${words[0]}: there is no such stage`);
  const isIgnored = readIgnored();
  const sources = words.slice(from ? 1 : 0, -1);
  for (const source of sources) {
    const path = from ? join(from.root, source) : join(ROOT, source);
    if (!existsSync(path) || (!from && isIgnored(source))) throw new Error(`COPY ${source}: there is no such file`);
    const target = targetOf(stage, words.at(-1)!, source, sources.length);
    mkdirSync(dirname(target), { recursive: true });
    if (from) linkFiles(path, target);
    else cpSync(path, target, { recursive: true, filter: (file) => !isIgnored(relative(ROOT, file)) });
  }
}

/** Into a folder whose name ends with `/` or that several things go to; else under that name. A folder's content goes in. */
function targetOf({ workFolder }: BuiltStage, target: string, source: string, count: number): string {
  const goesInto = target.endsWith('/') || count > 1 || target === './';
  const isFile = /\.[a-z]+$/.test(source);
  return goesInto && isFile ? join(workFolder, target, source.split('/').at(-1)!) : join(workFolder, target);
}

function run({ workFolder }: BuiltStage, words: readonly string[]): void {
  if (words[0] === 'npm' && words[1] === 'ci') installPackages(workFolder, words);
  // folders that volumes are hung over: a composition has its own
  else if (words[0] === 'install' && words[1] === '-d') return;
  else if (words[0] !== 'node') throw new Error(`RUN ${words.join(' ')}: not known here`);
  else execFileSync(process.execPath, words.slice(1), { cwd: workFolder, env: { PATH: process.env.PATH } });
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
}

/** What `npm ci` installs by the lock file, less what it is told to omit. */
export function packagesOf(words: readonly string[]): [string, LockedPackage][] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const omits = (kind: string) => words.includes(`--omit=${kind}`);
  return Object.entries(lock.packages as Record<string, LockedPackage>).filter(
    ([path, { dev, optional, devOptional }]) =>
      path.includes('node_modules/') &&
      !(dev && omits('dev')) &&
      !(optional && omits('optional')) &&
      !(devOptional && omits('dev') && omits('optional')),
  );
}

function installPackages(workFolder: string, words: readonly string[]): void {
  for (const [path, { link, resolved, optional }] of packagesOf(words)) {
    const target = join(workFolder, path);
    // a link is there also where what it names was not copied
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (link) symlinkSync(relative(dirname(target), join(workFolder, resolved!)), target);
    else if (existsSync(join(ROOT, path))) linkPackage(join(ROOT, path), target);
    // of another platform
    else if (!optional) throw new Error(`${path} is not installed in the checkout`);
  }
}

/** Without what is installed inside of it, which the lock file names apart. */
function linkPackage(from: string, to: string): void {
  linkFiles(from, to);
  rmSync(join(to, 'node_modules'), { recursive: true, force: true });
}

/** Hard links, so that Node looks for what a package needs where the image has it; copies between file systems. */
function linkFiles(from: string, to: string): void {
  const arguments_ = ['-a', `${from}${existsSync(to) ? '/.' : ''}`, to];
  try {
    execFileSync('cp', ['-l', ...arguments_], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', arguments_);
  }
}
