// The messages of one conversation. Of thousands only those around what can be seen are elements.

import { author, bubble, setReachable, update } from "./bubble.js";
import { byId, el, onceAFrame } from "./dom.js";
import { icon } from "./icons.js";
import * as words from "./words.js";

const STEP = 40;
const FIRST = 60;
const MOST = 200;
const NEAR = 900;
const AT_THE_END = 60;

export class Chat {
  #store;
  #onReply;
  #person = null;
  #from = 0;
  #to = 0;
  #items = new Map();
  #current = null;
  #unseen = 0;
  #pinned = true;
  #anchor = null;
  #scroller = byId("scroller");
  #list = byId("messages");
  #toNewest = byId("to-newest");

  constructor(store, onReply) {
    this.#store = store;
    this.#onReply = onReply;
    this.#scroller.addEventListener("scroll", onceAFrame(() => this.#scrolled()), { passive: true });
    this.#list.addEventListener("focusin", event => this.#setCurrent(event.target.closest("li.message")));
    this.#scroller.addEventListener("keydown", event => this.#key(event));
    this.#toNewest.addEventListener("click", () => {
      this.toNewest();
      this.focus();
    });
    // Pictures that get their size, and windows that change theirs, don't move what is looked at.
    const settled = new ResizeObserver(() => this.#settle());
    [this.#scroller, this.#list, byId("outgoing")].forEach(element => settled.observe(element));
  }

  get person() {
    return this.#person;
  }

  open(number) {
    this.#person = number;
    this.#items.forEach((item, id) => this.#drop(id, item));
    this.#from = 0;
    this.#to = 0;
    this.#list.replaceChildren();
    this.#current = null;
    this.toNewest();
  }

  /** Takes up what has changed in the store. */
  changed(change) {
    if (!this.#person || !change.people.has(this.#person)) {
      return;
    }
    for (const message of change.updated) {
      const item = this.#items.get(message.id);
      if (item) {
        update(item, message);
      }
    }
    const added = change.added.filter(message => message.person === this.#person).length;
    if (this.#pinned) {
      if (change.tidied) {
        this.#from = 0;
        this.#to = 0;
      }
      this.toNewest();
      return;
    }
    if (change.tidied) {
      this.#showAround(Math.max(0, this.#messages().findIndex(message => this.#items.has(message.id))));
    } else if (this.#to + added >= this.#messages().length && this.#to - this.#from < MOST) {
      this.#show(this.#from, this.#messages().length);
    }
    this.#unseen += added;
    this.#showUnseen();
  }

  toNewest() {
    const count = this.#messages().length;
    const from = this.#pinned && this.#to > this.#from ? Math.max(this.#from, count - MOST) : count - FIRST;
    this.#pinned = true;
    this.#unseen = 0;
    this.#show(Math.max(0, from), count);
    this.#settle();
    this.#showUnseen();
  }

  /** The last message that was looked at, or else the newest. */
  focus() {
    const item = this.#current?.isConnected ? this.#current : this.#list.querySelector("li.message:last-of-type");
    (item?.querySelector("article") ?? this.#scroller).focus();
  }

  jump(id) {
    const index = this.#messages().findIndex(message => message.id === id);
    if (index < 0) {
      return;
    }
    this.#pinned = false;
    this.#showAround(index);
    const item = this.#items.get(id);
    item.scrollIntoView({ block: "center" });
    this.#remember();
    item.querySelector("article").focus({ preventScroll: true });
    item.classList.add("found");
    setTimeout(() => item.classList.remove("found"), 1_500);
  }

  #messages() {
    return this.#store.person(this.#person)?.messages ?? [];
  }

  #showAround(index) {
    this.#show(Math.max(0, index - STEP), Math.min(this.#messages().length, index + STEP));
  }

  /** Makes these messages the ones that are elements; those that stay are left as they are. */
  #show(from, to) {
    this.#from = from;
    this.#to = to;
    const messages = this.#messages().slice(from, to);
    const wanted = new Set(messages.map(message => message.id));
    for (const [id, item] of this.#items) {
      if (!wanted.has(id)) {
        this.#drop(id, item);
      }
    }
    this.#list.querySelectorAll("li.day").forEach(day => day.remove());
    let next = this.#list.firstChild;
    let before = null;
    for (const message of messages) {
      let item = this.#items.get(message.id);
      if (!item) {
        item = bubble(message, this.#context());
        this.#items.set(message.id, item);
      }
      if (!before || words.dayKey(new Date(before.at)) !== words.dayKey(new Date(message.at))) {
        this.#list.insertBefore(el("li", { class: "day" }, el("span", { text: words.day(new Date(message.at)) })), next);
        before = null;
      }
      item.classList.toggle("first", before?.inbound !== message.inbound);
      if (item === next) {
        next = next.nextSibling;
      } else {
        this.#list.insertBefore(item, next);
      }
      before = message;
    }
    if (!this.#current?.isConnected) {
      this.#setCurrent(this.#list.querySelector("li.message:last-of-type"));
    }
  }

  #drop(id, item) {
    item.querySelectorAll("audio, video").forEach(sound => sound.pause());
    item.remove();
    this.#items.delete(id);
  }

  #context() {
    return { find: id => this.#store.get(id), jump: id => this.jump(id), reply: id => this.#onReply(this.#store.get(id)) };
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const count = this.#messages().length;
    const below = scrollHeight - scrollTop - clientHeight;
    this.#remember();
    if (scrollTop < NEAR && this.#from > 0) {
      const from = Math.max(0, this.#from - STEP);
      this.#show(from, Math.min(this.#to, from + MOST));
      this.#settle();
    } else if (below < NEAR && this.#to < count) {
      const to = Math.min(count, this.#to + STEP);
      this.#show(Math.max(this.#from, to - MOST), to);
      this.#settle();
    }
    if (this.#pinned && this.#unseen > 0) {
      this.#unseen = 0;
    }
    this.#showUnseen();
  }

  /** Notes what is at the top edge, and whether the end can be seen. */
  #remember() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#pinned = this.#to >= this.#messages().length && scrollHeight - scrollTop - clientHeight < AT_THE_END;
    const top = this.#scroller.getBoundingClientRect().top;
    this.#anchor = null;
    for (const item of this.#list.children) {
      const box = item.getBoundingClientRect();
      if (box.bottom > top && item.dataset.id) {
        this.#anchor = { id: item.dataset.id, offset: box.top - top };
        break;
      }
    }
  }

  /** Puts what was looked at back to where it was. */
  #settle() {
    if (this.#pinned) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
      return;
    }
    const item = this.#anchor && this.#items.get(this.#anchor.id);
    if (item) {
      const offset = item.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
      if (Math.abs(offset - this.#anchor.offset) > 0.5) {
        this.#scroller.scrollTop += offset - this.#anchor.offset;
      }
    }
  }

  #showUnseen() {
    this.#toNewest.hidden = this.#pinned;
    if (!this.#pinned) {
      const text = this.#unseen === 0 ? "To the newest" : this.#unseen === 1 ? "1 new message" : this.#unseen + " new messages";
      this.#toNewest.classList.toggle("plenty", this.#unseen > 0);
      this.#toNewest.replaceChildren(icon("down", 18), el("span", { text }));
    }
  }

  #setCurrent(item) {
    if (item === this.#current || !item) {
      return;
    }
    if (this.#current?.isConnected) {
      setReachable(this.#current, false);
    }
    setReachable(item, true);
    this.#current = item;
  }

  #key(event) {
    if (event.target.closest("input, video, textarea")) {
      return;
    }
    const item = document.activeElement.closest("li.message");
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 }[event.key];
    if (step && item) {
      event.preventDefault();
      this.#focusAt(this.#indexOf(item) + step);
    } else if (event.key === "Home") {
      event.preventDefault();
      this.#focusAt(0);
    } else if (event.key === "End") {
      event.preventDefault();
      this.toNewest();
      this.#current = null;
      this.focus();
    }
  }

  #indexOf(item) {
    return this.#messages().findIndex(message => message.id === item.dataset.id);
  }

  #focusAt(index) {
    const messages = this.#messages();
    const wanted = messages[Math.min(messages.length - 1, Math.max(0, index))];
    if (!wanted) {
      return;
    }
    if (!this.#items.has(wanted.id)) {
      this.#pinned = false;
      this.#showAround(messages.indexOf(wanted));
    }
    const article = this.#items.get(wanted.id).querySelector("article");
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "nearest" });
    this.#remember();
  }

  /** What screen readers are told of new messages. */
  static news(messages) {
    return messages.length === 1 ? "New message: " + words.spoken(messages[0], author(messages[0])) : messages.length + " new messages";
  }
}
