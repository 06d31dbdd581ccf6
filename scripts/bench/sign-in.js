/**
 * A page of a new browser context in which the adviser of a demonstration is signed in.
 * @param {import('@playwright/test').Browser} browser
 * @param {Pick<import('./server.js').Server, 'origin' | 'output'>} server
 */
export async function signInAsAdviser(browser, { origin, output }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO' });
  const page = await context.newPage();
  await page.goto(origin + adviserLink(output()));
  await page.getByRole('main').getByRole('button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/logg-inn'));
  return page;
}

/** @param {string} output of a server that runs the demonstration: the adviser's link is the first one */
function adviserLink(output) {
  const [path] = /\/logg-inn\/\S+/.exec(output) ?? [];
  if (!path) throw new Error(`no link to sign in with: ${output}`);
  return path;
}
