import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every route of the application, as its folder under src/routes: '/svar/[token]'. */
export const routes: readonly string[] = [
  ...new Set(
    readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)\+(page\.svelte|server\.ts)$/.test(file))
      .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, '/'))
  )
].sort();

/** The actions of a route's page: '' for its only one. */
export function actionsOf(route: string): string[] {
  const file = path.join('src/routes', route, '+page.server.ts');
  if (!existsSync(file)) return [];
  const [, actions = ''] = readFileSync(file, 'utf8').split('export const actions');
  return [...actions.matchAll(/^ {2}(\w+): async/gm)].map(([, name = '']) => (name === 'default' ? '' : name));
}

/** An address of a route, its parameters filled in. */
export function addressOf(route: string, fill: (parameter: string) => string): string {
  return route.replace(/\[([^\]]+)\]/g, (_bracket, parameter: string) => fill(parameter));
}
