// What the person writes and sends to the business.

import { sendInbound } from "./api.js";
import { quoteWords } from "./bubble.js";
import { announce, byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { fileIcon, fileKind } from "./media.js";
import { Outgoing } from "./outgoing.js";
import * as words from "./words.js";

const LARGEST = 100_000_000;
const TEXT_BYTES = 4_096;
const BY_EXTENSION = {
  amr: "audio/amr", aac: "audio/aac", ogg: "audio/ogg", opus: "audio/ogg", "3gp": "video/3gpp", webp: "image/webp", m4a: "audio/mp4", mp4: "video/mp4"
};

export class Composer {
  #onSent;
  #form = byId("composer");
  #person = null;
  #files = [];
  #replyTo = null;
  #outgoing = new Outgoing();

  /** @param onSent is told of each message that the simulator took */
  constructor(onSent) {
    this.#onSent = onSent;
    this.#build();
    this.#wireDrops(byId("chat"));
  }

  open(person) {
    this.#person = person;
    this.#form.hidden = false;
    this.#clear();
    this.text.value = "";
    this.#outgoing.show(person.number);
  }

  close() {
    this.#person = null;
    this.#form.hidden = true;
    this.#outgoing.show(null);
  }

  reply(message) {
    this.#replyTo = message.id;
    this.quote.replaceChildren(el("div", { class: "quote" }, ...quoteWords(message)),
      el("button", { type: "button", class: "icon-button", "aria-label": "Don't reply to it", on: { click: () => this.#clearReply() } }, icon("close")));
    this.quote.hidden = false;
    this.text.focus();
  }

  /** Takes back what Escape takes back, one thing at a time. Says whether there was something. */
  escape() {
    if (this.#replyTo) {
      this.#clearReply();
      return true;
    }
    if (this.#files.length > 0) {
      this.#clear();
      this.text.focus();
      return true;
    }
    return false;
  }

  /** Puts files into the tray; they are sent with the button, or Enter. */
  add(files) {
    if (!this.#person) {
      return;
    }
    for (const file of files) {
      const type = file.type || BY_EXTENSION[file.name.split(".").pop().toLowerCase()] || "";
      this.#files.push({ file, type, as: "" });
    }
    this.#showTray();
    announce(files.length === 1 ? words.plainName(files[0].name) + " is ready to be sent" : files.length + " files are ready to be sent");
    this.text.focus();
  }

  #build() {
    this.quote = el("div", { class: "composer-quote", hidden: true });
    this.tray = el("ul", { class: "tray", "aria-label": "Files to send", hidden: true });
    this.problem = el("p", { class: "problem", role: "alert" });
    this.picker = el("input", { type: "file", multiple: true, class: "visually-hidden", id: "files", tabindex: -1, "aria-label": "Files to send" });
    this.text = el("textarea", { rows: 1, id: "text", placeholder: "Write to the business", enterkeyhint: "send", dir: "auto", "aria-label": "Write to the business" });
    const attach = el("button", { type: "button", class: "icon-button", "aria-label": "Choose files", on: { click: () => this.picker.click() } }, icon("clip", 22));
    const send = el("button", { type: "submit", class: "send", "aria-label": "Send" }, icon("send", 22));
    this.#form.append(this.quote, this.tray, this.problem, el("div", { class: "composer-line" }, attach, this.picker, this.text, send));

    this.picker.addEventListener("change", () => {
      this.add([...this.picker.files]);
      this.picker.value = "";
    });
    this.text.addEventListener("input", () => this.#grow());
    this.text.addEventListener("keydown", event => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#form.requestSubmit();
      }
    });
    this.text.addEventListener("paste", event => {
      if (event.clipboardData.files.length > 0) {
        event.preventDefault();
        this.add([...event.clipboardData.files]);
      }
    });
    this.#form.addEventListener("submit", event => {
      event.preventDefault();
      this.#send();
    });
  }

  #wireDrops(zone) {
    const sign = byId("drop-here");
    const carriesFiles = event => event.dataTransfer?.types.includes("Files");
    // A file that is dropped beside the phone must not replace the page.
    addEventListener("dragover", event => {
      if (carriesFiles(event)) {
        event.preventDefault();
        const inside = zone.contains(event.target) && this.#person !== null;
        event.dataTransfer.dropEffect = inside ? "copy" : "none";
        sign.hidden = !inside;
      }
    });
    addEventListener("dragleave", event => {
      if (event.relatedTarget === null) {
        sign.hidden = true;
      }
    });
    addEventListener("drop", event => {
      sign.hidden = true;
      if (carriesFiles(event)) {
        event.preventDefault();
        if (zone.contains(event.target)) {
          this.add([...event.dataTransfer.files]);
        }
      }
    });
  }

  #showTray() {
    this.tray.hidden = this.#files.length === 0;
    this.text.setAttribute("placeholder", this.#files.length === 0 ? "Write to the business" : "Add a caption");
    this.tray.replaceChildren(...this.#files.map((entry, index) => this.#trayItem(entry, index)));
  }

  #trayItem(entry, index) {
    const name = words.plainName(entry.file.name);
    const choices = el("select", { "aria-label": "Send " + name + " as" },
      ...waysToSend(entry.type).map(([value, text]) => el("option", { value, text })));
    choices.value = entry.as;
    choices.addEventListener("change", () => {
      entry.as = choices.value;
    });
    return el("li", {},
      fileIcon(...fileKind(name, entry.type)),
      el("span", { class: "file-words" },
        el("span", { class: "file-name", dir: "auto", text: name }), el("span", { class: "file-facts", text: words.size(entry.file.size) })),
      choices,
      el("button", { type: "button", class: "icon-button", "aria-label": "Don't send " + name, on: { click: () => {
        this.#files.splice(index, 1);
        this.#showTray();
        this.text.focus();
      } } }, icon("close")));
  }

  #send() {
    const text = this.text.value.trim();
    this.problem.textContent = "";
    const problem = this.#problemWith(text);
    if (problem) {
      this.problem.textContent = problem;
      return;
    }
    const common = { from: this.#person.number, name: this.#person.name, replyTo: this.#replyTo };
    let caption = text;
    for (const entry of this.#files) {
      const parameters = { ...common, ...asParameters(entry) };
      if (caption && takesCaption(entry)) {
        parameters.caption = caption;
        caption = "";
      }
      this.#start(parameters, entry.type, entry.file, words.plainName(entry.file.name));
    }
    if (caption) {
      this.#start({ ...common, type: "text" }, "text/plain", caption, caption);
    }
    this.text.value = "";
    this.#grow();
    this.#clear();
  }

  #problemWith(text) {
    if (!text && this.#files.length === 0) {
      return "There is nothing to send yet.";
    }
    if (new TextEncoder().encode(text).length > TEXT_BYTES) {
      return "A text has at most 4,096 bytes.";
    }
    const empty = this.#files.find(entry => entry.file.size === 0);
    if (empty) {
      return words.plainName(empty.file.name) + " is empty, and WhatsApp sends no empty files.";
    }
    const large = this.#files.find(entry => entry.file.size > LARGEST);
    return large ? words.plainName(large.file.name) + " has " + words.size(large.file.size) + ". At most 100 MB can be sent." : null;
  }

  #start(parameters, type, body, label) {
    const present = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value));
    this.#outgoing.add(parameters.from, label, onProgress => sendInbound(present, type, body, onProgress), message => this.#onSent(message));
  }

  #clear() {
    this.#files = [];
    this.problem.textContent = "";
    this.#showTray();
    this.#clearReply();
  }

  #clearReply() {
    this.#replyTo = null;
    this.quote.hidden = true;
    this.quote.replaceChildren();
  }

  #grow() {
    this.text.setAttribute("rows", Math.min(5, this.text.value.split("\n").length));
  }
}

/** What a file can be sent as: the value for the tray, and its words. */
function waysToSend(type) {
  const ways = [["", "As it is"]];
  if (type.startsWith("audio/")) {
    ways.push(["voice", "As a voice message"]);
  }
  if (type === "image/webp") {
    ways.push(["sticker", "As a sticker"]);
  }
  return [...ways, ["document", "As a document"]];
}

function asParameters(entry) {
  const kept = entry.as === "document" || !/^(image|audio|video)\//.test(entry.type) ? { fileName: entry.file.name } : {};
  if (entry.as === "voice") {
    return { voice: "true" };
  }
  return entry.as ? { type: entry.as, ...kept } : kept;
}

function takesCaption(entry) {
  return entry.as === "document" || (entry.as === "" && !entry.type.startsWith("audio/") && entry.type !== "image/webp");
}
