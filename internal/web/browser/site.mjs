// What every test of the explorer needs: the browser, the pages to look at, and
// a page that notes whatever goes wrong on it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

// site is what the Go test says of the server: {"url", "pages": {kind: path}, ...}.
export const site = JSON.parse(process.env.PLUMBLINE_SITE);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// launch starts the browser without anything that asks the network by itself.
export function launch() {
  return chromium.launch({
    executablePath: site.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// open makes a tab that notes faults: console errors, exceptions, failed
// requests, and requests to anywhere but the site.
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('console', m => { if (m.type() === 'error') page.faults.push(`console: ${m.text()}`); });
  page.on('pageerror', e => page.faults.push(`exception: ${e.message}`));
  page.on('requestfailed', r => {
    if (r.failure()?.errorText !== 'net::ERR_ABORTED') page.faults.push(`failed: ${r.url()} ${r.failure()?.errorText}`);
  });
  page.on('request', r => {
    if (!r.url().startsWith(site.url) && !r.url().startsWith('data:') && !r.url().startsWith('blob:')) page.faults.push(`outside request: ${r.url()}`);
  });
  return page;
}

// visit goes to a path of the site and wants it to be there.
export async function visit(page, path) {
  const answer = await page.goto(site.url + path, { waitUntil: 'load' });
  if (answer && answer.status() !== 200) throw new Error(`${path}: status ${answer.status()}`);
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// violations runs axe: with the rules of WCAG 2.2 AA, or with that on contrast
// alone, which is the one that another colour scheme can break.
export async function violations(page, contrastOnly = false) {
  if (!await page.evaluate('Boolean(window.axe)')) await page.evaluate(axeSource);
  const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(contrastOnly ? ['color-contrast'] : rules)}, resultTypes: ['violations'] })`);
  return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${v.help} at ${n.target.join(' ')} (${(n.any[0] || n.all[0] || n.none[0])?.message ?? ''})`));
}
