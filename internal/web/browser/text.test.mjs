// The text of a narrative: citations land on their words, and what was read from
// words opens where they stand, by mouse and by keyboard.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { site, launch, open, visit } from './site.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const colour = at => getComputedStyle(at).backgroundColor;

test('a citation lands on its words, highlighted, and back leads back', async () => {
  const page = await open(browser);
  await visit(page, site.pages.assessment);
  const link = page.locator('main a.cite').first();
  const said = (await link.locator('xpath=..').locator('q').innerText()).replace(/[“”]/g, '').trim();
  await link.click();
  await page.waitForURL(/\/narrative\/.*#c-/);
  const words = page.locator(':target');
  assert.ok(await words.isVisible());
  assert.ok(said.startsWith((await words.innerText()).trim().slice(0, 20)), `${said} / ${await words.innerText()}`);
  assert.notEqual(await words.evaluate(colour), 'rgba(0, 0, 0, 0)');
  const box = await words.boundingBox();
  assert.ok(box.y >= 0 && box.y < 900, 'the words are in sight');
  await page.goBack();
  assert.ok(page.url().endsWith(site.pages.assessment));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('without a script the whole sentence is highlighted, and words lead to their claim', async () => {
  const page = await open(browser, { javaScriptEnabled: false });
  await visit(page, site.pages.narrative);
  const anchor = await page.locator('a.k[id]').nth(3).getAttribute('id');
  await visit(page, `${site.pages.narrative}#${anchor}`);
  const sentence = page.locator(`.s:has(#${anchor})`);
  assert.notEqual(await sentence.evaluate(colour), 'rgba(0, 0, 0, 0)');
  await page.locator(`#${anchor}`).click();
  assert.match(page.url(), /\/claim\/[0-9a-f]+$/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('what was read from words opens in place and closes again', async () => {
  const page = await open(browser);
  await visit(page, site.pages.narrative);
  const mark = page.locator('a.k[id]').first(), panel = page.locator('.panel');
  await mark.click();
  assert.ok(await panel.isVisible());
  assert.match(await panel.innerText(), /found by rule/);
  await page.keyboard.press('Escape');
  assert.ok(!await panel.isVisible());
  assert.ok(await mark.evaluate(at => at === document.activeElement), 'the keyboard is back where it was');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await panel.isVisible());
  assert.ok(await panel.evaluate(at => at.contains(document.activeElement)));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the page of the original stands beside its words, boxed', async () => {
  const page = await open(browser);
  await visit(page, site.pages['page beside the text']);
  for (const image of await page.locator('.sheet img').all()) {
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction(at => at.complete && at.naturalWidth > 0, await image.elementHandle());
  }
  assert.equal(await page.locator('.sheet img').count(), 2);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
