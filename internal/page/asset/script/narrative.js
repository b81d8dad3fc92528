// The text of a narrative: what is said of a claim opens where its words stand.
// The words themselves are those of the list below the text.
(() => {
  const text = document.getElementById("text");
  if (!text || !document.getElementById("claims")) return;

  const panel = document.createElement("div");
  panel.className = "panel";
  panel.popover = "auto";
  panel.tabIndex = -1;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", "What was read from these words");
  const close = document.createElement("button");
  close.className = "close";
  close.type = "button";
  close.textContent = "Close";
  const list = document.createElement("ol");
  panel.append(close, list);
  document.body.append(panel);

  let from = null;
  const ids = (mark) => (mark.dataset.c || "").split(" ").filter(Boolean);
  const choose = (id) => {
    for (const mark of text.querySelectorAll(".chosen")) mark.classList.remove("chosen");
    if (!id) return;
    for (const mark of text.querySelectorAll(`[data-c~="${CSS.escape(id)}"]`)) mark.classList.add("chosen");
  };
  const place = (mark) => {
    if (matchMedia("(max-width: 40rem)").matches) return;
    const at = [...mark.getClientRects()].at(-1), wide = panel.offsetWidth, high = panel.offsetHeight;
    const left = Math.min(Math.max(at.left, 12), document.documentElement.clientWidth - wide - 12);
    const below = at.bottom + 8, above = at.top - high - 8;
    const top = below + high > innerHeight && above > 0 ? above : below;
    panel.style.left = `${left + scrollX}px`;
    panel.style.top = `${top + scrollY}px`;
  };
  const open = (mark) => {
    list.replaceChildren();
    for (const id of ids(mark)) {
      const note = document.getElementById(`n-${id}`);
      if (!note) continue;
      const copy = note.cloneNode(true);
      copy.removeAttribute("id");
      list.append(copy);
    }
    if (!list.children.length) return false;
    from = mark;
    choose(ids(mark)[0]);
    panel.showPopover();
    place(mark);
    panel.focus({ preventScroll: true });
    return true;
  };

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("a.k");
    if (!mark || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !panel.showPopover) return;
    if (open(mark)) event.preventDefault();
  });
  close.addEventListener("click", () => panel.hidePopover());
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && from && (document.activeElement === document.body || panel.contains(document.activeElement))) {
      from.focus({ preventScroll: true });
    }
  });
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a[href*='#']")) panel.hidePopover();
  });

  // A citation that leads here has its own words picked out, to the letter.
  const land = () => {
    const id = location.hash.startsWith("#c-") ? location.hash.slice(3) : "";
    if (id) choose(id);
  };
  addEventListener("hashchange", land);
  land();
})();
