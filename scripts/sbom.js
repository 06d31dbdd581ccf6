import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runCommand } from './command.js';
import { licencesPage, runtimePackages } from './licences.js';

/** @typedef {{ 'bom-ref': string }} Component */
/** @typedef {{ ref: string, dependsOn?: string[] }} Dependency */
/** @typedef {{ name: string, version: string, 'bom-ref': string }} Described */
/**
 * @typedef {{
 *   serialNumber?: string,
 *   metadata: { timestamp?: string, component: Described },
 *   components: Component[],
 *   dependencies: Dependency[]
 * }} Bom
 */

/**
 * A bill of materials with only some packages, without what differs from one run to the next. npm's own `--omit=dev`
 * also leaves out packages that are needed both when running and when developing.
 * @param {Bom} bom
 * @param {{ name: string, version: string }[]} packages
 * @returns {Bom}
 */
export function onlyThese(bom, packages) {
  const wanted = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const own = bom.metadata.component['bom-ref'];
  const lasting = structuredClone(bom);
  delete lasting.serialNumber;
  delete lasting.metadata.timestamp;
  lasting.metadata.component.name = own.slice(0, own.lastIndexOf('@'));
  return {
    ...lasting,
    components: lasting.components.filter((component) => wanted.has(component['bom-ref'])),
    dependencies: lasting.dependencies
      .filter(({ ref }) => ref === own || wanted.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => wanted.has(other)) }))
  };
}

/** @returns {Promise<Bom>} */
async function askNpm() {
  const npm = process.env.npm_execpath ?? '';
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline', '--loglevel=error'];
  const { code, output } = npm.endsWith('npm-cli.js')
    ? await runCommand(process.execPath, [npm, ...args])
    : await runCommand('npm', args);
  if (code !== 0) throw new Error(`npm sbom ended with code ${code}\n${output}`);
  return JSON.parse(output.slice(output.indexOf('{\n')));
}

async function writeSbom(file = path.join(root, 'var', 'sbom.cdx.json')) {
  const packages = runtimePackages();
  const bom = onlyThese(await askNpm(), packages);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  const page = licencesPage(packages);
  writeFileSync(path.join(root, 'docs', 'licences.md'), page);
  console.log(page);
  console.log(`${bom.components.length} packages in ${path.relative(root, file)}`);
  if (bom.components.length !== packages.length) throw new Error(`package-lock.json has ${packages.length}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSbom(process.argv[2]);
