// Every kind of page, in light and dark, narrow and wide: no fault, nothing from
// outside, axe clean, nothing cut off.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { site, launch, open, visit, violations } from './site.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

for (const [kind, path] of Object.entries(site.pages)) {
  test(`${kind}: ${path}`, async () => {
    const page = await open(browser);
    const faults = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await visit(page, path);
      for (const v of await violations(page, colorScheme === 'dark')) faults.push(`${colorScheme}: ${v}`);
    }
    for (const width of [360, 800, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) faults.push(`${over} pixels too wide at ${width}`);
    }
    assert.equal(await page.locator('h1').count(), 1, 'one first heading');
    assert.match(await page.locator('footer').innerText(), /tier rates a government's efforts/);
    assert.deepEqual([...faults, ...page.faults], []);
    await page.context().close();
  });
}

test('no page loses anything without a script', async () => {
  const page = await open(browser, { javaScriptEnabled: false });
  for (const path of Object.values(site.pages)) {
    await visit(page, path);
    assert.ok((await page.locator('main').innerText()).length > 40, path);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
