// Plane geometry on rings of [x, y].

export function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return sum / 2;
}

export function box(points) {
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// distance is how far a point lies inside the ring; negative outside.
function distance(ring, [x, y]) {
  let inside = false, least = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return inside ? least : -least;
}

// polylabel finds the point of a ring that lies farthest from its edge, by
// grids that grow finer around the best one so far.
export function polylabel(ring) {
  let [x0, y0, x1, y1] = box(ring), best = [(x0 + x1) / 2, (y0 + y1) / 2], far = -Infinity;
  for (let round = 0; round < 5; round++) {
    const n = 24;
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= n; j++) {
        const p = [x0 + ((x1 - x0) * i) / n, y0 + ((y1 - y0) * j) / n], d = distance(ring, p);
        if (d > far) [far, best] = [d, p];
      }
    }
    const w = (x1 - x0) / 6, h = (y1 - y0) / 6;
    [x0, y0, x1, y1] = [best[0] - w, best[1] - h, best[0] + w, best[1] + h];
  }
  return best;
}
