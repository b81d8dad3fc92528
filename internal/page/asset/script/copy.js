// A button to copy what is there to be copied.
for (const words of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(words);
    }
  });
  words.after(button);
}
