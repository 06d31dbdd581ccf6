import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runCommand, secondsSince } from './command.js';

const lockfile = path.join(root, 'package-lock.json');
const stamp = path.join(root, 'node_modules', '.regionspeil-lock');
/** npm writes it last, so an install that was cut short has none. */
const installedLockfile = path.join(root, 'node_modules', '.package-lock.json');

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Whether a Node version satisfies alternatives of the forms `^20.19` and `>=24`.
 * @param {string} version
 * @param {string} range
 */
function satisfies(version, range) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const match = /^(\^|>=)(\d+)(?:\.(\d+))?/.exec(alternative.trim());
    if (!match) throw new Error('unknown version range: ' + alternative);
    const wantedMajor = Number(match[2]);
    const sameMajor = major === wantedMajor && minor >= Number(match[3] ?? 0);
    return sameMajor || (match[1] === '>=' && major > wantedMajor);
  });
}

/**
 * The packages a lockfile names, without the project itself.
 * @param {string} file
 * @returns {Map<string, LockedPackage>}
 */
function readPackages(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''));
}

/** Whether `npm ci` or `npm install`, typed by hand, already put exactly the locked packages in place. */
function isInstalledByHand() {
  if (!existsSync(installedLockfile)) return false;
  const installed = readPackages(installedLockfile);
  const locked = readPackages(lockfile);
  const isKnown = [...installed].every(([folder, { version, integrity }]) => {
    const wanted = locked.get(folder);
    return wanted?.version === version && wanted?.integrity === integrity;
  });
  return isKnown && [...locked].every(([folder, { optional }]) => optional || installed.has(folder));
}

/** @returns {Promise<void>} */
async function install() {
  const started = Date.now();
  console.log('Installerer pakker … (første gang tar det et minutt eller to)');
  const npm = process.env.npm_execpath ?? '';
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--progress'];
  const { code, output } = npm.endsWith('npm-cli.js')
    ? await runCommand(process.execPath, [npm, ...args], { show: true })
    : await runCommand('npm', args, { show: true });
  if (code !== 0) throw new Error(`Pakkene ble ikke installert (npm ci svarte ${code}). ${output}`.trim());
  console.log(`Pakkene er på plass (${secondsSince(started)}).`);
}

/** Installs the packages of package-lock.json unless exactly those are in place. */
export async function ensureInstalled() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!satisfies(process.versions.node, engines.node)) {
    throw new Error(`Regionspeil trenger Node.js ${engines.node}. Her kjører ${process.versions.node}.`);
  }
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalledByHand()) await install();
  writeFileSync(stamp, wanted);
}
