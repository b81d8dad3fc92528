// settle moves dots apart until none lies closer to another than gap, each no
// farther from its place than it must. Dots of places that the reports place
// come first; the others find room around them. It draws no chance numbers.
export function settle(dots, gap, [width, height]) {
  const order = [...dots].sort((a, b) => b.placed - a.placed || (a.code < b.code ? -1 : 1));
  for (const d of order) d.to = [...d.at];
  relax(order.filter((d) => d.placed), [], gap, width, height);
  relax(order.filter((d) => !d.placed), order.filter((d) => d.placed), gap, width, height);
  for (const d of order) d.to = d.to.map(Math.round);
}

const together = (a, b) => a.code === b.code; // one place in other years

function relax(free, fixed, gap, width, height) {
  for (let round = 0; round < 900; round++) {
    for (const d of free) {
      d.to[0] += (d.at[0] - d.to[0]) * 0.02;
      d.to[1] += (d.at[1] - d.to[1]) * 0.02;
    }
    for (let i = 0; i < free.length; i++) {
      for (const b of [...free.slice(i + 1), ...fixed]) {
        const a = free[i];
        if (together(a, b)) continue;
        let dx = b.to[0] - a.to[0], dy = b.to[1] - a.to[1], r = Math.hypot(dx, dy);
        if (r >= gap) continue;
        if (r < 1) [dx, dy, r] = [1, 0.5 * (i % 3) - 0.5, 1];
        const push = (gap - r) / r / (fixed.includes(b) ? 1 : 2);
        a.to[0] -= dx * push;
        a.to[1] -= dy * push;
        if (!fixed.includes(b)) {
          b.to[0] += dx * push;
          b.to[1] += dy * push;
        }
      }
    }
    for (const d of free) d.to = [Math.min(Math.max(d.to[0], gap / 2), width - gap / 2), Math.min(Math.max(d.to[1], gap / 2), height - gap / 2)];
  }
}
