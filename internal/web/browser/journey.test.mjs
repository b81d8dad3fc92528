// Ways through the site as people go them: by keyboard alone, and back.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, visit } from './site.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// tab presses Tab until the focus is on what a test wants, at most n times.
async function tab(page, n, wanted) {
  for (let i = 0; i < n; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted)) return;
  }
  assert.fail(`not reached by ${n} tabs: ${wanted}`);
}

test('by keyboard alone: to the text, to a country, to its words', async () => {
  const page = await open(browser);
  await visit(page, '/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/#main');
  await tab(page, 6, () => document.activeElement.id === 'country-name');
  await page.keyboard.type('Armenia');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/country/ARM');
  await visit(page, '/country/ARM/2018');
  await tab(page, 80, () => document.activeElement.classList.contains('cite'));
  const seen = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(seen, 'none', 'the focus is seen');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/narrative/**');
  assert.equal(await page.locator(':target').count(), 1);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a search leads to its sentence, highlighted, and back leads back', async () => {
  const page = await open(browser);
  await visit(page, '/search');
  await page.locator('#q').fill('shelter');
  await page.locator('#q').press('Enter');
  await page.waitForURL('**/search?*');
  await page.locator('.hits .whose a').first().click();
  await page.waitForURL('**/narrative/**');
  const here = page.locator('#here');
  assert.match(await here.innerText(), /shelter/i);
  assert.ok(await here.evaluate(e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }), 'it is in sight');
  assert.notEqual(await here.evaluate(e => getComputedStyle(e).backgroundColor), 'rgba(0, 0, 0, 0)', 'it is highlighted');
  await page.goBack();
  assert.equal(await page.locator('#q').inputValue(), 'shelter');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('what is not there says so, and leads on', async () => {
  const page = await open(browser);
  const answer = await page.goto(new URL('/country/armena', (await import('./site.mjs')).site.url).href);
  assert.equal(answer.status(), 404);
  await page.getByRole('link', { name: 'Armenia' }).first().click();
  await page.waitForURL('**/country/ARM');
  await page.context().close();
});
