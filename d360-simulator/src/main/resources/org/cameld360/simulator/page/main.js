// Puts the parts of the page together.

import { Feed, get, post } from "./api.js";
import { Calls } from "./calls.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { announce, arrowTarget, byId, el, wireDialog } from "./dom.js";
import { icon } from "./icons.js";
import { People } from "./people.js";
import { Store } from "./store.js";
import * as words from "./words.js";

const CLOCK = 10_000;
const TITLE = document.title;

const store = new Store();
const chat = new Chat(store, message => composer.reply(message));
const composer = new Composer(message => store.take([message]));
const people = new People(store, number => {
  location.hash = "#/chat/" + number;
  // Before the browser tells of it, so that there is something to write into.
  route();
  byId("text").focus();
});
const calls = new Calls();
let caughtUp = false;

const messageFeed = new Feed("messages", {
  items: (items, more) => {
    store.take(items);
    if (!more && !caughtUp) {
      caughtUp = true;
      route();
    }
  },
  forget: () => store.forget(),
  reachable: showConnection
});
const callFeed = new Feed("calls", {
  items: items => calls.take(items),
  forget: () => calls.forget(),
  reachable: () => {}
});

store.addEventListener("change", event => {
  const change = event.detail;
  const fromOutside = caughtUp ? change.added.filter(message => !message.inbound) : [];
  for (const message of fromOutside) {
    if (message.person !== chat.person || document.hidden || byId("panel-phone").hidden) {
      store.person(message.person).unread++;
    }
  }
  if (caughtUp) {
    chat.changed(change);
    if (!chat.person) {
      route();
    } else if (change.people.has(chat.person)) {
      showOwner(store.person(chat.person));
    }
    tell(fromOutside);
  }
  people.refresh();
  showUnread();
});

store.addEventListener("forget", () => {
  people.forget();
  closeChat();
  if (location.hash.startsWith("#/chat/")) {
    history.replaceState(null, "", "#/");
  }
});

/** In a chat that nobody looks at there only is something new. */
function tell(messages) {
  const here = messages.filter(message => message.person === chat.person);
  const elsewhere = messages.length - here.length;
  if (here.length > 0) {
    announce(Chat.news(here));
  } else if (elsewhere > 0) {
    announce(elsewhere === 1 ? "1 new message in another chat" : elsewhere + " new messages in other chats");
  }
}

function route() {
  const [, view, number] = location.hash.split("/");
  const onCalls = view === "calls";
  byId("panel-phone").hidden = onCalls;
  byId("panel-calls").hidden = !onCalls;
  for (const [id, selected] of [["tab-phone", !onCalls], ["tab-calls", onCalls]]) {
    byId(id).setAttribute("aria-selected", selected);
    byId(id).setAttribute("tabindex", selected ? 0 : -1);
  }
  calls.setVisible(onCalls);
  callFeed.watch(onCalls);
  messageFeed.watch(!onCalls);
  if (!onCalls && caughtUp) {
    routePhone(number);
  }
}

function routePhone(number) {
  const asked = /^[0-9]{5,15}$/.test(number ?? "");
  if (asked && !store.person(number)) {
    store.introduce(number, null);
  }
  byId("panel-phone").dataset.pane = asked ? "chat" : "people";
  const person = asked ? store.person(number) : wide() ? store.people()[0] : null;
  if (!person) {
    closeChat();
    return;
  }
  if (chat.person !== person.number) {
    openChat(person);
  }
  person.unread = 0;
  people.refresh();
  showUnread();
}

function openChat(person) {
  byId("no-chat").hidden = true;
  byId("chat").classList.remove("off");
  showOwner(person);
  composer.open(person);
  chat.open(person.number);
  people.select(person.number);
}

function closeChat() {
  byId("no-chat").hidden = false;
  byId("chat").classList.add("off");
  byId("phone-owner").textContent = "";
  composer.close();
  chat.open(null);
  people.select(null);
}

function wide() {
  return matchMedia("(min-width: 760px)").matches;
}

function showOwner(person) {
  byId("phone-owner").textContent = person.name ? words.plainName(person.name) + "’s phone" : words.phone(person.number);
  byId("phone-owner").title = words.phone(person.number);
}

function showUnread() {
  const unread = store.people().reduce((sum, person) => sum + person.unread, 0);
  document.title = unread > 0 ? "(" + unread + ") " + TITLE : TITLE;
}

function showConnection(reachable) {
  const sign = byId("connection");
  if (sign.hidden !== reachable) {
    sign.hidden = reachable;
    sign.textContent = reachable ? "" : "The simulator can't be reached. Trying again …";
  }
}

async function showInfo() {
  try {
    const info = await get("info");
    words.setNow(info.now);
    byId("addresses").replaceChildren(...Object.entries(info.baseUrls).flatMap(([version, url]) => [
      el("dt", { text: "API " + version }), el("dd", {}, el("code", { text: url }))]));
    byId("simulator-clock").textContent = "The simulator's clock says " + words.dayAndTime(new Date(info.now)) + ".";
    byId("chat-subtitle").textContent = info.numbers.map(number => words.phone(number.phone)).join(", ");
    byId("phone-clock").textContent = words.time(words.now());
  } catch {
    // The feed says so, and this is tried again.
  }
}

function wireTabs() {
  const tabs = [byId("tab-phone"), byId("tab-calls")];
  tabs[0].addEventListener("click", () => {
    location.hash = chat.person ? "#/chat/" + chat.person : "#/";
  });
  tabs[1].addEventListener("click", () => {
    location.hash = "#/calls";
  });
  tabs[0].parentElement.addEventListener("keydown", event => {
    const target = arrowTarget(event, tabs, "ArrowLeft", "ArrowRight");
    if (target) {
      event.preventDefault();
      target.focus();
      target.click();
    }
  });
}

function wireKeys() {
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]") || byId("panel-phone").hidden) {
      return;
    }
    if (composer.escape()) {
      return;
    }
    if (document.activeElement.closest("#messages")) {
      byId("text").focus();
    } else if (byId("chat").contains(document.activeElement)) {
      back();
    }
  });
}

function back() {
  if (!wide()) {
    location.hash = "#/";
  }
  people.focus();
}

function wireDialogs() {
  document.querySelectorAll("dialog").forEach(wireDialog);
  byId("open-settings").addEventListener("click", () => {
    showInfo();
    byId("settings").showModal();
  });
  document.querySelectorAll("[data-travel]").forEach(button => button.addEventListener("click", async () => {
    await post("travel?seconds=" + button.dataset.travel).catch(problem => announce(problem.message));
    await showInfo();
  }));
  byId("forget").addEventListener("click", async () => {
    await post("reset").catch(problem => announce(problem.message));
    byId("settings").close();
    await showInfo();
  });
  byId("new-person").addEventListener("click", () => {
    byId("person-form").reset();
    byId("person-error").textContent = "";
    byId("person").showModal();
  });
  byId("person-form").addEventListener("submit", event => {
    const number = byId("person-number").value.replace(/\D/g, "");
    if (!/^[0-9]{5,15}$/.test(number)) {
      event.preventDefault();
      byId("person-error").textContent = "A number has 5 to 15 digits.";
      return;
    }
    store.introduce(number, byId("person-name").value.trim());
    location.hash = "#/chat/" + number;
    byId("person").addEventListener("close", () => byId("text").focus(), { once: true });
  });
}

function drawIcons() {
  byId("open-settings").append(icon("settings", 22));
  byId("new-person").append(icon("plus", 22));
  byId("back").append(icon("back", 22));
  byId("business-avatar").append(icon("shop", 22));
  byId("status-icons").append(icon("signal", 13), icon("battery", 17));
  byId("drop-here").firstElementChild.append("Drop files to send them to the business");
  byId("back").addEventListener("click", back);
  document.querySelector(".skip").addEventListener("click", event => {
    event.preventDefault();
    (chat.person ? byId("text") : byId("new-person")).focus();
  });
}

drawIcons();
wireTabs();
wireKeys();
wireDialogs();
addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    route();
  }
});
matchMedia("(min-width: 760px)").addEventListener("change", route);
route();
await showInfo();
setInterval(showInfo, CLOCK);
messageFeed.follow();
callFeed.follow();
