// A slider beside the years of the world. It fetches the page of the year, and
// the address follows; without it the links do the same.
{
  let shown = location.pathname;
  const slide = () => {
    const nav = document.querySelector("nav.years[data-year]");
    if (!nav || nav.parentNode.querySelector(".slider")) return;
    const years = [...nav.querySelectorAll("a")].map((a) => a.textContent);
    const box = document.createElement("div");
    box.className = "slider";
    const label = document.createElement("label");
    label.htmlFor = "year-slider";
    label.textContent = "Report of";
    const input = document.createElement("input");
    Object.assign(input, { type: "range", id: "year-slider", min: years[0], max: years[years.length - 1], step: 1, value: nav.dataset.year });
    const said = document.createElement("output");
    said.htmlFor = "year-slider";
    said.value = nav.dataset.year;
    box.append(label, input, said);
    nav.after(box);
    let asked = 0;
    input.addEventListener("input", () => { said.value = input.value; });
    input.addEventListener("change", async () => {
      const mine = ++asked, address = "/world/" + input.value;
      const answer = await fetch(address).catch(() => null);
      if (!answer || !answer.ok) { location.assign(address); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked) return;
      history.pushState(null, "", address);
      shown = location.pathname;
      show(page);
    });
  };
  const show = (page) => {
    const held = document.activeElement?.id === "year-slider";
    document.title = page.title;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    document.querySelector("footer.site").replaceWith(page.querySelector("footer.site"));
    slide();
    if (held) document.getElementById("year-slider")?.focus();
  };
  // Back to another year loads it; a step within the page is left alone.
  addEventListener("popstate", () => { if (document.querySelector("nav.years[data-year]") && location.pathname !== shown) location.reload(); });
  slide();
}
