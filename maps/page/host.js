addEventListener("message", ({ data, source }) => {
  if (!data || data.type !== "frontmap:height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe[data-frontmap]")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(data.height, 240), 2400)}px`;
  }
});
