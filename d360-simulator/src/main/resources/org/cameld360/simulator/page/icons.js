// Drawn for this page, on a grid of 24 by 24.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  ticks: "M1.5 12.6l4.4 4.4 9.2-9.4M11.4 15.6l1.4 1.4L22 7.6",
  failed: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16v.6",
  back: "M19 12H5M11 6l-6 6 6 6",
  plus: "M12 5v14M5 12h14",
  clip: "M20 11.5l-7.8 7.8a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.8 4.8l-7.9 7.9a1.7 1.7 0 0 1-2.4-2.4l7-7",
  reply: "M10 6L4 12l6 6M4.5 12H14a6 6 0 0 1 6 6v1",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.4V8",
  close: "M6 6l12 12M18 6L6 18",
  save: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  down: "M6 9l6 6 6-6",
  camera: "M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z",
  film: "M3.5 6.5h11.5v11H3.5zM15 10.5l5.5-3v9l-5.5-3",
  sticker: "M5 4h14v9l-6 7H5zM19 13h-6v7",
  link: "M10 14a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 0 0 5.7 5.7L12 17.7",
  page: "M6 3h8l4 4v14H6zM14 3v4h4",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6zM9.5 20v-6h5v6",
  settings: "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h4M12 12h8M10 10v4"
};

const FILLED = {
  play: "M8 5.5v13l11-6.5z",
  pause: "M7 5.5h3.6v13H7zM13.4 5.5H17v13h-3.6z",
  send: "M4 4.5L21 12 4 19.5 4 13.8 14 12 4 10.2z",
  microphone: "M12 14.5a3.2 3.2 0 0 0 3.2-3.2V6.2a3.2 3.2 0 0 0-6.4 0v5.1a3.2 3.2 0 0 0 3.2 3.2zM6 11h1.6a4.4 4.4 0 0 0 8.8 0H18a6 6 0 0 1-5.2 5.9V20h-1.6v-3.1A6 6 0 0 1 6 11z",
  note: "M9 4.5l10-2v12.4a3 3 0 1 1-1.8-2.7V7.2L10.8 8.5v9a3 3 0 1 1-1.8-2.7z",
  signal: "M4 16h3v4H4zM9 12h3v8H9zM14 8h3v12h-3zM19 4h2.5v16H19z",
  battery: "M2 7.5h17v9H2zM20 10h2v4h-2z"
};

/** A picture that says nothing to screen readers: its control has a name of its own. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", FILLED[name] ?? PATHS[name]);
  path.setAttribute("class", FILLED[name] ? "filled" : "drawn");
  svg.append(path);
  return svg;
}

/** A bar for each height from 0 to 1. */
export function bars(heights) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 " + heights.length * 4 + " 28");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("bars");
  heights.forEach((height, index) => {
    const bar = document.createElementNS(SVG, "rect");
    const tall = Math.max(3, Math.round(height * 26));
    bar.setAttribute("x", index * 4);
    bar.setAttribute("y", 14 - tall / 2);
    bar.setAttribute("width", 2.4);
    bar.setAttribute("height", tall);
    bar.setAttribute("rx", 1.2);
    svg.append(bar);
  });
  return svg;
}
