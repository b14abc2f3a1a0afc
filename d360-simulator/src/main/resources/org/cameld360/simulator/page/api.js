// The simulator's JSON: see PAGE-API.md.

const API = "/_simulator/api/";
const PIECE = 2_000;
const WAIT_SECONDS = 25;
const BETWEEN_ANSWERS = 100;
const IN_THE_BACKGROUND = 3_000;
const LONGEST_PAUSE = 8_000;

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.error ?? "the simulator answered with " + response.status);
  }
  return body;
}

export async function get(name) {
  return read(await fetch(API + name));
}

export async function post(name) {
  return read(await fetch(API + name, { method: "POST" }));
}

/**
 * Sends something from a person to the business. Not fetch, which doesn't tell how far it got.
 *
 * @returns {{done: Promise<object>, cancel: function(): void}}
 */
export function sendInbound(parameters, contentType, body, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open("POST", API + "inbound?" + new URLSearchParams(parameters));
    request.responseType = "json";
    if (contentType) {
      request.setRequestHeader("Content-Type", contentType);
    }
    request.upload.addEventListener("progress", event => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      if (request.status === 201) {
        resolve(request.response);
      } else {
        reject(new Error(request.response?.error ?? "the simulator answered with " + request.status));
      }
    });
    request.addEventListener("error", () => reject(new Error("the simulator can't be reached, or cut the connection")));
    request.addEventListener("abort", () => reject(new Error("cancelled")));
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}

/**
 * Follows one of the feeds for as long as the page lives. While somebody looks at it each answer waits for something new; while nobody does it asks every
 * few seconds, as a browser opens six connections to a server at most, for all of its tabs.
 */
export class Feed {
  #name;
  #listener;
  #watched = true;
  #wake = () => {};
  #epoch = null;
  #cursor = 0;

  /** @param listener has items(items, more), which is called once even where there are none, forget(), and reachable(boolean) */
  constructor(name, listener) {
    this.#name = name;
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  watch(watched) {
    if (this.#watched !== watched) {
      this.#watched = watched;
      this.#wake();
    }
  }

  async follow() {
    let pause = 500;
    for (;;) {
      try {
        await this.#once();
        pause = 500;
      } catch (problem) {
        if (problem.name !== "AbortError") {
          console.info("The simulator can't be reached:", problem.message);
          this.#listener.reachable(false);
          await this.#sleep(pause);
          pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
      }
    }
  }

  async #once() {
    const first = this.#epoch === null;
    const waits = this.#watched && !document.hidden && !first;
    const query = new URLSearchParams({ after: this.#cursor, limit: PIECE, wait: waits ? WAIT_SECONDS : 0 });
    if (this.#epoch) {
      query.set("epoch", this.#epoch);
    }
    const controller = new AbortController();
    // Whether to wait is decided anew when somebody looks or looks away.
    this.#wake = () => controller.abort();
    const begun = performance.now();
    const page = await read(await fetch(API + this.#name + "?" + query, { signal: controller.signal }));
    this.#wake = () => {};
    this.#listener.reachable(true);
    if (this.#epoch && page.epoch !== this.#epoch) {
      this.#listener.forget();
    }
    this.#epoch = page.epoch;
    this.#cursor = page.cursor;
    const items = page[this.#name];
    if (items.length > 0 || page.more || first) {
      this.#listener.items(items, page.more);
    }
    if (!page.more && !first) {
      const answeredAtOnce = items.length === 0 && performance.now() - begun < 1_000;
      await this.#sleep(!waits ? IN_THE_BACKGROUND : answeredAtOnce ? 1_000 : BETWEEN_ANSWERS);
    }
  }

  #sleep(milliseconds) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
