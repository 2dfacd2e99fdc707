// What the Maven build runs: `node maven.mjs build` or `check`. Does nothing when nothing in this folder
// has changed since it last succeeded.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'target');
const task = process.argv[2];
const LEFT_OUT = new Set(['node_modules', 'generated', 'dist']);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function npm(...args) {
  const result = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) {
    fail('npm was not found. Install Node.js 20 or newer with npm, and put both on the PATH.');
  }
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

function once(name, hash, outputs, work) {
  const stamp = join(target, 'frontend', name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && outputs.every((output) => existsSync(output))) {
    return;
  }
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node.js 20 or newer is wanted, this is ${process.versions.node}.`);
}
if (task !== 'build' && task !== 'check') {
  fail('usage: node maven.mjs build|check');
}

const lock = digest([join(here, 'package.json'), join(here, 'package-lock.json')]);
once('installed', lock, [join(here, 'node_modules', '.package-lock.json')], () =>
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error'));
const outputs = [join(target, 'classes', 'static', 'assets', 'manifest.json'),
  join(target, 'classes', 'dev', 'appintegrations', 'console', 'web', 'world-map.json')];
once(task, digest(files(here)), task === 'build' ? outputs : [], () => npm('run', task, '--silent'));
