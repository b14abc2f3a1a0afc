// What is on its way from the person to the business, and what did not get there.

import { announce, byId, el } from "./dom.js";
import { icon } from "./icons.js";

export class Outgoing {
  #list = byId("outgoing");
  #items = new Map();
  #person = null;

  show(person) {
    this.#person = person;
    this.#list.replaceChildren(...(this.#items.get(person) ?? []));
  }

  /** @param send starts it, with what is to be told of the progress */
  add(person, label, send, onSent) {
    const bar = el("progress", { max: 1, value: 0, "aria-label": "Sending " + label });
    const state = el("p", { class: "failure", hidden: true });
    const cancel = el("button", { type: "button", class: "plain", text: "Cancel" });
    const again = el("button", { type: "button", class: "plain", text: "Try again", hidden: true });
    const row = el("div", { class: "row end" }, again, cancel);
    const item = el("li", { class: "message from-person first on-its-way" },
      el("div", {}, el("div", { class: "bubble" }, el("div", { class: "text", dir: "auto", text: label }), bar, row), state));
    this.#put(person, item);

    let running = null;
    const start = () => {
      state.hidden = true;
      again.hidden = true;
      bar.hidden = false;
      item.classList.remove("failed");
      cancel.textContent = "Cancel";
      running = send(part => {
        bar.value = part;
      });
      running.done.then(message => {
        running = null;
        this.#remove(person, item);
        onSent(message);
      }, problem => {
        running = null;
        bar.hidden = true;
        again.hidden = false;
        cancel.textContent = "Remove";
        item.classList.add("failed");
        state.hidden = false;
        state.replaceChildren(icon("failed", 16), el("span", {}, el("strong", { text: "Not sent: " }), problem.message));
        announce("Not sent: " + problem.message);
      });
    };
    again.addEventListener("click", start);
    cancel.addEventListener("click", () => {
      if (running) {
        running.cancel();
      } else {
        this.#remove(person, item);
      }
    });
    start();
  }

  #put(person, item) {
    this.#items.set(person, [...(this.#items.get(person) ?? []), item]);
    if (person === this.#person) {
      this.#list.append(item);
    }
  }

  #remove(person, item) {
    this.#items.set(person, this.#items.get(person).filter(other => other !== item));
    const hadFocus = item.contains(document.activeElement);
    item.remove();
    if (hadFocus) {
      byId("text").focus();
    }
  }
}
