// How things are put into words: times, sizes, numbers, and what a message is.

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const SECONDS = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "numeric" });
const DAY_AND_TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

// Characters that turn the direction of writing can make "exe.jpg" of "gpj.exe".
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

let ahead = 0;

/** The simulator's clock can be ahead of this machine's. */
export function setNow(iso) {
  ahead = Date.parse(iso) - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

export function time(date) {
  return TIME.format(date);
}

export function exactTime(date) {
  return SECONDS.format(date);
}

export function dayAndTime(date) {
  return DAY_AND_TIME.format(date);
}

/** The same for all times of one day, where this browser is. */
export function dayKey(date) {
  return date.getFullYear() * 10_000 + date.getMonth() * 100 + date.getDate();
}

export function day(date) {
  return relativeDay(date) ?? DAY.format(date);
}

/** For lists: the time today, the day otherwise. */
export function when(date) {
  return dayKey(date) === dayKey(now()) ? time(date) : relativeDay(date) ?? SHORT_DAY.format(date);
}

function relativeDay(date) {
  const today = now();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (dayKey(date) === dayKey(today)) {
    return "Today";
  }
  return dayKey(date) === dayKey(yesterday) ? "Yesterday" : null;
}

export function size(bytes) {
  if (bytes < 1_000) {
    return bytes + " B";
  }
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  return (value < 10 ? value.toFixed(1) : Math.round(value)) + " " + units[unit];
}

export function duration(seconds) {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
}

export function phone(digits) {
  const groups = digits.startsWith("1") && digits.length === 11
    ? [digits.slice(0, 1), digits.slice(1, 4), digits.slice(4, 7), digits.slice(7)]
    : [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)];
  return "+" + groups.filter(group => group).join(" ");
}

/** A name from outside, in one line that reads in one direction. */
export function plainName(name) {
  return name.replace(TURNING, "\ufffd").replace(CONTROLS, " ");
}

export function fileName(message) {
  return plainName(message.fileName || message.media?.fileName || "Unnamed file");
}

const KINDS = { image: "Photo", video: "Video", audio: "Audio", document: "Document", sticker: "Sticker", text: "Text" };

export function kind(message) {
  return message.voice ? "Voice message" : KINDS[message.type] ?? message.type;
}

/** A message in a line. */
export function summary(message) {
  const text = message.text?.replace(/\s+/g, " ").slice(0, 200);
  if (message.type === "text") {
    return text ?? "";
  }
  if (message.type === "document") {
    return text || fileName(message);
  }
  return text || kind(message);
}

const STATUSES = { accepted: "Accepted by the API", sent: "Sent", delivered: "Delivered", read: "Read", played: "Played", failed: "Not delivered" };

export function status(message) {
  if (message.inbound) {
    return "Sent to the business";
  }
  return STATUSES[message.status] ?? message.status;
}

export function failure(error) {
  const details = error.details && error.details !== error.title ? " " + error.details : "";
  return error.title + " (" + error.code + ")." + details;
}

/** A whole message for somebody who does not see it. */
export function spoken(message, who) {
  const parts = [who];
  if (message.type !== "text") {
    parts.push(kind(message));
  }
  if (message.type === "document") {
    parts.push(fileName(message));
  }
  if (message.text) {
    parts.push(message.text);
  }
  parts.push(time(new Date(message.at)), status(message));
  if (message.error) {
    parts.push(failure(message.error));
  }
  return parts.join(", ");
}
