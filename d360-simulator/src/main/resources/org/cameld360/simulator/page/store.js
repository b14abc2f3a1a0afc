// What is known of all conversations. It holds no elements.

const KEEP = 12_000;
const KEPT_AFTER_TIDYING = 10_000;

/** Says "change" with {people, added, updated, tidied} after each batch, and "forget". */
export class Store extends EventTarget {
  #people = new Map();
  #byId = new Map();
  #newest = 0;

  get(id) {
    return this.#byId.get(id);
  }

  person(number) {
    return this.#people.get(number);
  }

  /** The one with the newest message first. */
  people() {
    return [...this.#people.values()].sort((one, other) => lastOrder(other) - lastOrder(one));
  }

  get count() {
    return this.#byId.size;
  }

  /** Somebody who has not written or been written to. */
  introduce(number, name) {
    const person = this.#personOf(number);
    person.name = name || person.name;
    this.#tell({ people: new Set([number]), added: [], updated: [], tidied: false });
    return person;
  }

  take(messages) {
    const change = { people: new Set(), added: [], updated: [], tidied: false };
    for (const message of messages) {
      const known = this.#byId.get(message.id);
      if (known && known.number >= message.number) {
        continue;
      }
      this.#byId.set(message.id, message);
      const person = this.#personOf(message.person);
      person.name = message.name || person.name;
      this.#newest = Math.max(this.#newest, message.order);
      const index = place(person.messages, message.order);
      if (known) {
        person.messages[index] = message;
        change.updated.push(message);
      } else {
        person.messages.splice(index, 0, message);
        change.added.push(message);
      }
      change.people.add(message.person);
    }
    if (this.#byId.size > KEEP) {
      this.#tidy();
      change.tidied = true;
    }
    this.#tell(change);
  }

  forget() {
    this.#people.clear();
    this.#byId.clear();
    this.#newest = 0;
    this.dispatchEvent(new Event("forget"));
  }

  #personOf(number) {
    let person = this.#people.get(number);
    if (!person) {
      person = { number, name: null, messages: [], unread: 0, since: this.#newest };
      this.#people.set(number, person);
    }
    return person;
  }

  /** The simulator keeps no more either. */
  #tidy() {
    const orders = [...this.#byId.values()].map(message => message.order).sort((one, other) => one - other);
    const first = orders[orders.length - KEPT_AFTER_TIDYING];
    for (const person of this.#people.values()) {
      person.messages.splice(0, place(person.messages, first)).forEach(message => this.#byId.delete(message.id));
      if (person.messages.length === 0) {
        this.#people.delete(person.number);
      }
    }
  }

  #tell(change) {
    if (change.people.size > 0) {
      this.dispatchEvent(new CustomEvent("change", { detail: change }));
    }
  }
}

function lastOrder(person) {
  // Somebody new comes first until there is something newer.
  return person.messages.at(-1)?.order ?? person.since + 0.5;
}

/** Where a message with this order is, or belongs. */
function place(messages, order) {
  if (messages.length === 0 || messages.at(-1).order < order) {
    return messages.length;
  }
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (messages[middle].order < order) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
