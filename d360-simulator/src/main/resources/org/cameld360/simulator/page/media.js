// What a message carries. Files are loaded once they come near to where they can be seen.

import { byId, el, hidden } from "./dom.js";
import { icon } from "./icons.js";
import { player } from "./player.js";
import { link } from "./rich-text.js";
import * as words from "./words.js";

const soon = new IntersectionObserver(entries => {
  for (const entry of entries.filter(one => one.isIntersecting)) {
    soon.unobserve(entry.target);
    entry.target.dispatchEvent(new Event("near"));
  }
}, { root: byId("scroller"), rootMargin: "600px 0px" });

/** Runs it once when the element is about to be seen. */
function whenNear(element, work) {
  element.addEventListener("near", work, { once: true });
  soon.observe(element);
}

/** The element for a message's media, or null where it has none. */
export function media(message) {
  if (message.link) {
    return linked(message);
  }
  if (!message.media) {
    return null;
  }
  const shown = message.media.show;
  switch (message.type) {
    case "image": return shown === "image" ? picture(message) : saved(message, "This kind of picture isn't shown here.");
    case "sticker": return shown === "image" ? sticker(message) : saved(message, "This kind of sticker isn't shown here.");
    case "video": return shown === "video" ? video(message) : saved(message, "This kind of video isn't played here.");
    case "audio": return shown === "audio" ? audio(message) : saved(message, "This kind of sound isn't played here.");
    default: return saved(message, null);
  }
}

function picture(message) {
  const image = el("img", { alt: message.text ? "Photo: " + message.text : "Photo", decoding: "async" });
  const button = el("button", { type: "button", class: "picture loading", "aria-label": "Open the photo" }, image);
  button.addEventListener("click", () => enlarge(message));
  image.addEventListener("load", () => button.classList.remove("loading"));
  image.addEventListener("error", () => button.replaceWith(saved(message, "This photo can't be shown.")));
  whenNear(button, () => image.setAttribute("src", message.media.url));
  return button;
}

function enlarge(message) {
  const dialog = byId("picture");
  const image = byId("picture-image");
  image.setAttribute("src", message.media.url);
  image.setAttribute("alt", message.text || "Photo");
  const save = byId("picture-save");
  save.setAttribute("href", message.media.url);
  save.setAttribute("download", downloadName(message));
  dialog.showModal();
}

function sticker(message) {
  const image = el("img", { class: "sticker-image loading", alt: "Sticker", decoding: "async" });
  image.addEventListener("load", () => {
    image.classList.remove("loading");
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      hold(image);
    }
  });
  image.addEventListener("error", () => image.replaceWith(saved(message, "This sticker can't be shown.")));
  whenNear(image, () => image.setAttribute("src", message.media.url));
  return image;
}

/** The first picture of an animation, for those who asked for less motion. */
function hold(image) {
  const still = document.createElement("canvas");
  still.width = image.naturalWidth;
  still.height = image.naturalHeight;
  still.getContext("2d").drawImage(image, 0, 0);
  still.className = "sticker-image";
  still.setAttribute("role", "img");
  still.setAttribute("aria-label", "Sticker");
  image.replaceWith(still);
}

function video(message) {
  const film = el("video", { controls: true, preload: "none", playsinline: true, "aria-label": message.text ? "Video: " + message.text : "Video" });
  const frame = el("div", { class: "video loading" }, film);
  film.addEventListener("loadedmetadata", () => {
    frame.classList.remove("loading");
    if (film.videoWidth === 0) {
      frame.append(el("p", { class: "problem", text: "This browser plays the sound of this video only." }));
    }
  });
  film.addEventListener("error", () => frame.replaceWith(saved(message, "This browser can't play this video.")));
  whenNear(frame, () => {
    film.setAttribute("preload", "metadata");
    film.setAttribute("src", message.media.url);
  });
  return frame;
}

function audio(message) {
  const element = player(message, () => element.replaceWith(saved(message, "This browser can't play this sound.")));
  whenNear(element, () => element.dispatchEvent(new Event("load-sound")));
  return element;
}

function linked(message) {
  return el("div", { class: "file" },
    el("span", { class: "file-icon" }, icon("link", 22)),
    el("span", { class: "file-words" },
      el("span", { class: "file-name", dir: "auto" }, link(message.link)),
      el("span", { class: "file-facts", text: words.kind(message) + " from a link, which the simulator doesn't load" })));
}

const KINDS = {
  pdf: ["pdf", "PDF"], doc: ["word", "DOC"], docx: ["word", "DOCX"], odt: ["word", "ODT"], rtf: ["word", "RTF"],
  xls: ["sheet", "XLS"], xlsx: ["sheet", "XLSX"], ods: ["sheet", "ODS"], csv: ["sheet", "CSV"],
  ppt: ["slides", "PPT"], pptx: ["slides", "PPTX"], odp: ["slides", "ODP"], txt: ["text", "TXT"], md: ["text", "MD"],
  zip: ["archive", "ZIP"], gz: ["archive", "GZ"], "7z": ["archive", "7Z"]
};

const BY_TYPE = {
  "application/pdf": "pdf", "application/msword": "doc", "application/vnd.ms-excel": "xls", "application/vnd.ms-powerpoint": "ppt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx", "text/plain": "txt", "application/zip": "zip"
};

/** The class of the icon, and the letters in it. */
export function fileKind(name, contentType) {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1].toLowerCase() ?? "";
  const base = (contentType ?? "").split(";")[0].trim().toLowerCase();
  const known = KINDS[extension] ?? KINDS[BY_TYPE[base]];
  const letters = extension || base.split("/")[1]?.replace(/[^a-z0-9]/g, "").slice(0, 4) || "file";
  return known ?? ["other", letters.toUpperCase()];
}

/** A file that can be saved. */
function saved(message, problem) {
  const name = words.fileName(message);
  const [look, letters] = fileKind(name, message.media.contentType);
  const card = el("a", { class: "file", href: message.media.url, download: downloadName(message) },
    fileIcon(look, letters),
    el("span", { class: "file-words" },
      el("span", { class: "file-name", dir: "auto", title: name, text: name }),
      el("span", { class: "file-facts" }, letters + " · " + words.size(message.media.size))),
    el("span", { class: "file-save" }, icon("save", 18)),
    hidden("Save this file"));
  return problem === null ? card : el("div", {}, card, el("p", { class: "problem", text: problem }));
}

export function fileIcon(look, letters) {
  return el("span", { class: "file-icon " + look, "aria-hidden": "true", text: letters.slice(0, 4) });
}

function downloadName(message) {
  return message.fileName || message.media.fileName ? words.fileName(message) : message.media.id;
}
