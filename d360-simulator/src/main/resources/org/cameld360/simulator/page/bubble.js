// One message as a bubble.

import { byId, el, hidden } from "./dom.js";
import { icon } from "./icons.js";
import { media } from "./media.js";
import { richText } from "./rich-text.js";
import * as words from "./words.js";

const TICKS = { accepted: "clock", sent: "tick", delivered: "ticks", read: "ticks", played: "ticks", failed: "failed" };

/** Who a message is from, in the words of the person's phone. */
export function author(message) {
  return message.inbound ? "You" : "Your business";
}

/**
 * The list item for a message.
 *
 * @param context has find(id), jump(id) and reply(message)
 */
export function bubble(message, context) {
  const content = media(message);
  const body = el("div", { class: "bubble" });
  if (message.replyTo) {
    body.append(quote(message, context));
  }
  if (content) {
    body.append(content);
  }
  if (message.text) {
    body.append(el("div", { class: "text", dir: "auto" }, ...richText(message.text)));
  }
  const meta = el("div", { class: "meta" });
  body.append(meta);
  const problem = el("p", { class: "failure", hidden: true });
  const actions = el("div", { class: "actions" },
    el("button", { type: "button", class: "icon-button", "aria-label": "Reply", title: "Reply", on: { click: () => context.reply(message.id) } }, icon("reply", 18)),
    el("button", { type: "button", class: "icon-button", "aria-label": "About this message", title: "About this message",
      on: { click: () => showFacts(context.find(message.id) ?? message) } }, icon("info", 18)));
  const article = el("article", { tabindex: -1 }, body, problem, actions);
  const item = el("li", { class: classes(message), "data-id": message.id }, article);
  update(item, message);
  setReachable(item, false);
  return item;
}

function classes(message) {
  const names = ["message", message.inbound ? "from-person" : "from-business", "is-" + message.type];
  if (message.type === "text" && /^\p{Extended_Pictographic}{1,3}$/u.test(message.text ?? "")) {
    names.push("only-emoji");
  }
  return names.join(" ");
}

/** Shows what became of a message, and leaves what plays alone. */
export function update(item, message) {
  const date = new Date(message.at);
  const state = message.inbound ? "sent" : message.status;
  const mark = el("span", { class: "ticks " + state, title: words.status(message) }, icon(TICKS[state] ?? "tick", 16), hidden(words.status(message)));
  item.querySelector(".meta").replaceChildren(el("time", { datetime: message.at, text: words.time(date) }), mark);
  const problem = item.querySelector(".failure");
  item.classList.toggle("failed", message.status === "failed");
  problem.hidden = message.status !== "failed";
  problem.replaceChildren();
  if (message.status === "failed") {
    problem.append(icon("failed", 16), el("span", {}, el("strong", { text: "Not delivered. " }), message.error ? words.failure(message.error) : ""));
  }
  item.querySelector("article").setAttribute("aria-label", words.spoken(message, author(message)));
}

/** The controls of one message at a time can be reached with Tab: of thousands nobody would get out again. */
export function setReachable(item, reachable) {
  item.querySelectorAll("button, a, input, video").forEach(control => control.setAttribute("tabindex", reachable ? 0 : -1));
  item.querySelector("article").setAttribute("tabindex", reachable ? 0 : -1);
}

function quote(message, context) {
  const quoted = context.find(message.replyTo);
  const said = quoted ? quoteWords(quoted) : [el("span", { class: "quote-text", text: "A message that is no longer here" })];
  return el("button", { type: "button", class: "quote", on: { click: () => context.jump(message.replyTo) } }, hidden("In reply to "), ...said);
}

const KIND_ICONS = { image: "camera", video: "film", audio: "note", document: "page", sticker: "sticker" };

/** What a quote says: who, what kind, and a line of it. */
export function quoteWords(message) {
  const sign = message.voice ? "microphone" : KIND_ICONS[message.type];
  return [
    el("span", { class: "quote-author", text: author(message) }),
    el("span", { class: "quote-text", dir: "auto" }, sign ? icon(sign, 14) : null, words.summary(message))
  ];
}

export function kindIcon(message) {
  const sign = message.voice ? "microphone" : KIND_ICONS[message.type];
  return sign ? icon(sign, 15) : null;
}

function showFacts(message) {
  const facts = [["Id", message.id], ["From", message.inbound ? words.phone(message.person) : "Your business"],
    ["To", message.inbound ? "Your business" : words.phone(message.person)], ["API", message.apiVersion], ["Kind", words.kind(message)],
    ["Accepted", words.dayAndTime(new Date(message.at))]];
  message.statuses.forEach(change => facts.push([words.status({ status: change.status }), words.dayAndTime(new Date(change.at))]));
  if (message.error) {
    facts.push(["Failure", words.failure(message.error)]);
  }
  if (message.media) {
    facts.push(["Media id", message.media.id], ["Type", message.media.contentType], ["Name in the upload", words.plainName(message.media.fileName ?? "none")],
      ["Size", message.media.size.toLocaleString("en-GB") + " bytes"], ["SHA-256", message.media.sha256]);
  }
  byId("facts-list").replaceChildren(...facts.flatMap(([name, value]) => [el("dt", { text: name }), el("dd", { text: value, dir: "auto" })]));
  byId("facts").showModal();
}
