// Plain JavaScript for Node 20 with nothing installed: what runs before the project's own Node is there.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Settings for all commands; what the environment already sets wins. */
export const envFile = join(root, '.env');
const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Whether node_modules is not what package-lock.json says; packages for other platforms may be absent. */
function installIsNeeded() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(pinnedNode) || !existsSync(installed)) return true;
  const found = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).some(
    ([path, { version, optional, devOptional }]) =>
      path !== '' && !optional && !devOptional && found[path]?.version !== version,
  );
}

function run(command, args, tell) {
  const started = Date.now();
  const ticker = setInterval(
    () => tell(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  );
  return new Promise((resolve, reject) => {
    // Everything goes to standard error: with --check, standard output is one line of JSON.
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => clearInterval(ticker));
}

/** Installs what package-lock.json names, when it is not there yet. */
export async function installWhenNeeded() {
  const tell = (line) => console.error(line);
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node ${process.versions.node} is too old: Assent needs Node 20 or newer.`);
  if (!installIsNeeded()) return;
  tell('Installing the packages of package-lock.json (about a minute the first time, 1.1 GB).');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], tell).catch(() => {
    throw new Error('npm was not found: it comes with Node, from https://nodejs.org.');
  });
  if (code !== 0) throw new Error('npm ci failed; its output above says why (often no network, or a proxy).');
  if (!existsSync(pinnedNode))
    throw new Error('The pinned Node was not installed: run `npm rebuild node` and start again.');
}

/** Runs a file of this project on the pinned Node, handing on signals, and takes over its exit code. */
export async function runOnPinnedNode(args) {
  const leave = join(root, 'infra', 'local', 'supervision', 'leave-with-parent.mjs');
  const settings = existsSync(envFile) ? [`--env-file=${envFile}`] : [];
  const child = spawn(pinnedNode, [...settings, '--import', leave, ...args], {
    cwd: root,
    // Saves a quarter of the work each time one of these processes starts.
    env: { NODE_COMPILE_CACHE: join(root, '.assent', 'compile-cache'), ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A killed npm leaves this process to init, without any signal.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

/** Runs `main`; a failure is one sentence and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
