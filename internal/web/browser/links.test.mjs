// Links are whole: every address that a page names is there, and so is the place
// on it that the link names.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { site } from './site.mjs';

const ofKind = 6; // addresses of one form that are tried from one page

test('links lead somewhere', async () => {
  const wanted = new Map(); // address -> places on it
  for (const path of Object.values(site.pages)) {
    const tried = new Map();
    for (const link of await linksOf(path)) {
      const to = new URL(link, site.url + path);
      if (!to.href.startsWith(site.url + '/')) continue;
      const form = to.pathname.replace(/[A-Z]{3}|[0-9a-f]{8,}|\d+/g, '*') + (to.hash ? '#' : '');
      tried.set(form, (tried.get(form) ?? 0) + 1);
      if (tried.get(form) > ofKind) continue;
      const address = to.pathname + to.search;
      if (!wanted.has(address)) wanted.set(address, new Map());
      if (to.hash) wanted.get(address).set(decodeURIComponent(to.hash.slice(1)), path);
      else wanted.get(address).set('', path);
    }
  }
  const faults = [];
  for (const [address, places] of wanted) {
    const answer = await fetch(site.url + address);
    const text = await answer.text();
    const from = [...places.values()][0];
    if (answer.status !== 200) faults.push(`${address}: status ${answer.status}, linked from ${from}`);
    for (const place of places.keys()) {
      if (place && !text.includes(`id="${place}"`)) faults.push(`${address}#${place}: no such place, linked from ${places.get(place)}`);
    }
  }
  assert.ok(wanted.size > 10, `only ${wanted.size} links`);
  assert.deepEqual(faults, []);
});

async function linksOf(path) {
  const text = await (await fetch(site.url + path)).text();
  return [...text.matchAll(/<(?:a|link)\b[^>]*?\bhref="([^"]*)"/g)].map(m => plain(m[1]));
}

// plain undoes the escapes of an attribute.
function plain(s) {
  return s.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n)).replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
