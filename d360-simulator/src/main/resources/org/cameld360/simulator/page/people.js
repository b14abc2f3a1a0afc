// The list of conversations.

import { kindIcon } from "./bubble.js";
import { arrowTarget, byId, el, hidden, onceAFrame } from "./dom.js";
import { icon } from "./icons.js";
import * as words from "./words.js";

const STEP = 60;
const LOOKS = 8;

export class People {
  #store;
  #onOpen;
  #list = byId("people-list");
  #rows = new Map();
  #shown = STEP;
  #selected = null;
  refresh = onceAFrame(() => this.#show());

  constructor(store, onOpen) {
    this.#store = store;
    this.#onOpen = onOpen;
    this.#list.addEventListener("keydown", event => this.#key(event));
    this.#list.addEventListener("scroll", () => {
      if (this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 400 && this.#shown < this.#store.people().length) {
        this.#shown += STEP;
        this.refresh();
      }
    }, { passive: true });
  }

  select(number) {
    this.#selected = number;
    this.refresh();
  }

  focus() {
    (this.#rows.get(this.#selected) ?? this.#list.firstElementChild)?.querySelector("button").focus();
  }

  forget() {
    this.#rows.clear();
    this.#list.replaceChildren();
    this.#selected = null;
    this.refresh();
  }

  #show() {
    const people = this.#store.people().slice(0, this.#shown);
    byId("no-people").hidden = people.length > 0;
    const wanted = new Set(people.map(person => person.number));
    for (const [number, row] of this.#rows) {
      if (!wanted.has(number)) {
        row.remove();
        this.#rows.delete(number);
      }
    }
    const focused = document.activeElement;
    let next = this.#list.firstChild;
    for (const person of people) {
      let row = this.#rows.get(person.number);
      if (!row) {
        row = el("li", {}, el("button", { type: "button", on: { click: () => this.#onOpen(person.number) } }));
        this.#rows.set(person.number, row);
      }
      fill(row.firstChild, person, person.number === this.#selected);
      if (row === next) {
        next = next.nextSibling;
      } else {
        this.#list.insertBefore(row, next);
      }
    }
    this.#oneReachable();
    if (focused !== document.activeElement && focused.isConnected) {
      focused.focus({ preventScroll: true });
    }
  }

  #oneReachable() {
    const buttons = this.#buttons();
    const reachable = this.#rows.get(this.#selected)?.firstChild ?? buttons[0];
    buttons.forEach(button => button.setAttribute("tabindex", button === reachable ? 0 : -1));
  }

  #buttons() {
    return [...this.#list.querySelectorAll("button")];
  }

  #key(event) {
    const target = arrowTarget(event, this.#buttons());
    if (target) {
      event.preventDefault();
      target.focus();
    }
  }
}

function fill(button, person, selected) {
  const last = person.messages.at(-1);
  const signature = [last?.id, last?.number, person.name, person.unread, selected, last && words.when(new Date(last.at))].join("|");
  if (button.dataset.signature === signature) {
    return;
  }
  button.dataset.signature = signature;
  if (selected) {
    button.setAttribute("aria-current", "true");
  } else {
    button.removeAttribute("aria-current");
  }
  const unread = person.unread > 0
    ? el("span", { class: "count" }, String(person.unread), hidden(person.unread === 1 ? " unread message" : " unread messages"))
    : null;
  button.replaceChildren(
    avatar(person),
    el("span", { class: "person-name", dir: "auto", text: title(person) }),
    el("span", { class: "person-when", text: last ? words.when(new Date(last.at)) : "" }),
    el("span", { class: last?.status === "failed" ? "person-last bad" : "person-last", dir: "auto" },
      last?.status === "failed" ? icon("failed", 15) : last ? kindIcon(last) : null,
      last?.status === "failed" ? hidden("Not delivered: ") : null, el("span", { text: last ? words.summary(last) : "Nothing yet" })),
    unread ?? "");
}

export function title(person) {
  return person.name ? words.plainName(person.name) : words.phone(person.number);
}

export function avatar(person) {
  const look = [...person.number].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 997, 7) % LOOKS;
  const letters = person.name ? initials(words.plainName(person.name)) : person.number.slice(-2);
  return el("span", { class: "avatar look-" + look, "aria-hidden": "true", text: letters });
}

function initials(name) {
  const parts = name.trim().split(/\s+/);
  return parts.slice(0, 2).map(part => [...part][0] ?? "").join("").toUpperCase();
}
