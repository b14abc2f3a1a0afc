// Elements are made here and nowhere else: what comes from outside only ever becomes text or one of the attributes below, never markup.

const ATTRIBUTES = new Set([
  "id", "role", "tabindex", "title", "alt", "src", "href", "type", "name", "value", "min", "max", "step", "rows", "download", "target", "rel",
  "controls", "preload", "loading", "decoding", "playsinline", "hidden", "multiple", "accept", "maxlength", "placeholder", "datetime", "dir", "for",
  "enterkeyhint", "open", "disabled"
]);

/** An element: el("p", {class: "note", text: "…", on: {click: …}}, child, …). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === "class") {
      element.className = value;
    } else if (name === "text") {
      element.textContent = value;
    } else if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name.startsWith("aria-") || name.startsWith("data-") || ATTRIBUTES.has(name)) {
      element.setAttribute(name, value === true ? "" : String(value));
    } else {
      throw new Error("not an attribute of this page: " + name);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Text for screen readers only. */
export function hidden(text) {
  return el("span", { class: "visually-hidden", text });
}

/** Says something to screen readers once they are done with what they say. */
export function announce(text) {
  byId("announcements").replaceChildren(el("p", { text }));
}

/** Runs it once in the next frame, however often it was called until then. */
export function onceAFrame(work) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      // A page in the background has no frames.
      const soon = document.hidden ? next => setTimeout(next, 100) : requestAnimationFrame;
      soon(() => {
        asked = false;
        work();
      });
    }
  };
}

/** Closes a dialog by its buttons and by a click beside it; Escape is the browser's. */
export function wireDialog(dialog) {
  dialog.querySelectorAll("[data-close]").forEach(button => button.addEventListener("click", () => dialog.close()));
  dialog.addEventListener("click", event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}

/** The element among these that an arrow key leads to from the one with the focus, or null. */
export function arrowTarget(event, elements, backward = "ArrowUp", forward = "ArrowDown") {
  const here = elements.indexOf(document.activeElement);
  switch (event.key) {
    case backward: return elements[Math.max(0, here - 1)] ?? null;
    case forward: return elements[Math.min(elements.length - 1, here + 1)] ?? null;
    case "Home": return elements[0] ?? null;
    case "End": return elements[elements.length - 1] ?? null;
    default: return null;
  }
}
