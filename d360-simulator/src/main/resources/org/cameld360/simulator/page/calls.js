// What the API was asked, what it answered, and the rule where it refused.

import { arrowTarget, byId, el, onceAFrame } from "./dom.js";
import * as words from "./words.js";

const STEP = 100;
const KEEP = 10_000;

export class Calls {
  #calls = [];
  #rows = new Map();
  #shown = STEP;
  #seen = 0;
  #visible = false;
  #list = byId("calls-list");
  #refusedOnly = byId("refused-only");
  #refresh = onceAFrame(() => this.#show());

  constructor() {
    this.#refusedOnly.addEventListener("change", () => {
      this.#shown = STEP;
      this.#show();
    });
    byId("older-calls").addEventListener("click", () => {
      this.#shown += STEP;
      this.#show();
    });
    this.#list.addEventListener("keydown", event => {
      const target = event.target.closest("summary") && arrowTarget(event, [...this.#list.querySelectorAll("summary")]);
      if (target) {
        event.preventDefault();
        target.focus();
      }
    });
  }

  take(calls) {
    this.#calls.push(...calls);
    if (this.#calls.length > KEEP) {
      this.#calls.splice(0, this.#calls.length - KEEP);
    }
    this.#refresh();
  }

  forget() {
    this.#calls = [];
    this.#seen = 0;
    this.#refresh();
  }

  setVisible(visible) {
    this.#visible = visible;
    this.#refresh();
  }

  #show() {
    const last = this.#calls.at(-1)?.number ?? 0;
    if (this.#visible) {
      this.#seen = last;
    }
    const missed = this.#visible ? 0 : this.#calls.filter(call => call.number > this.#seen && went(call) !== "well").length;
    const count = byId("refused-count");
    count.hidden = missed === 0;
    count.textContent = missed + " refused";
    if (this.#visible) {
      this.#showRows();
    }
  }

  #showRows() {
    const wanted = this.#refusedOnly.checked ? this.#calls.filter(call => went(call) !== "well") : this.#calls;
    const shown = wanted.slice(-this.#shown).reverse();
    byId("older-calls").hidden = wanted.length <= this.#shown;
    const empty = byId("no-calls");
    empty.hidden = shown.length > 0;
    empty.textContent = this.#calls.length === 0 ? "No calls yet." : "Nothing was refused.";
    const numbers = new Set(shown.map(call => call.number));
    for (const [number, row] of this.#rows) {
      if (!numbers.has(number)) {
        row.remove();
        this.#rows.delete(number);
      }
    }
    let next = this.#list.firstChild;
    for (const call of shown) {
      let row = this.#rows.get(call.number);
      if (!row) {
        row = rowOf(call);
        this.#rows.set(call.number, row);
      }
      if (row === next) {
        next = next.nextSibling;
      } else {
        this.#list.insertBefore(row, next);
      }
    }
  }
}

/** well, refused, or faulty where a script let it go wrong. */
function went(call) {
  if (call.refusal) {
    return "refused";
  }
  return call.fault || call.answer.status === 0 || call.answer.status >= 400 ? "faulty" : "well";
}

function rowOf(call) {
  const status = call.answer.status === 0 ? "cut" : String(call.answer.status);
  const query = call.query ? "?" + call.query : "";
  const reason = call.refusal ?? call.fault;
  const details = el("details", {},
    el("summary", {},
      el("time", { datetime: call.at, text: words.exactTime(new Date(call.at)) }),
      el("span", { class: "method", text: call.method }),
      el("span", { class: "path", text: call.path + query }),
      el("span", { class: "call-status " + went(call), text: status }),
      reason ? el("span", { class: "reason " + went(call) }, el("strong", { text: reason }), call.details ? " " + call.details : "") : null));
  details.addEventListener("toggle", () => details.append(both(call)), { once: true });
  return el("li", { class: "call " + went(call), "data-number": call.number }, details);
}

function both(call) {
  return el("div", { class: "both" },
    side("Request", call.request, call.key ? "Key " + call.key : "No key"),
    side("Answer", call.answer, call.answer.status === 0 ? "The connection was cut" : "Status " + call.answer.status));
}

function side(title, half, fact) {
  const facts = [fact, half.contentType || "no content", words.size(half.size)].join(" · ");
  const body = half.body
    ? el("pre", { tabindex: 0, role: "region", "aria-label": title + ": content", text: pretty(half) })
    : half.size > 0 ? el("p", { class: "note", text: "Only JSON and HTML are shown here." }) : null;
  return el("section", {}, el("h3", { text: title }), el("p", { class: "note", text: facts }), body);
}

/** JSON on several lines where it is whole; as it is otherwise. */
function pretty(half) {
  try {
    return JSON.stringify(JSON.parse(half.body), null, 2);
  } catch {
    return half.size > half.body.length ? half.body + " …" : half.body;
  }
}
