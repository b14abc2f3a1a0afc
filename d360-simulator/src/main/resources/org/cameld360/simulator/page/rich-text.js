// WhatsApp's marks (*bold*, _italic_, ~struck~, `code`) and addresses, as elements. Nothing is loaded or opened by itself.

import { el } from "./dom.js";

const DEPTH = 4;
const PARTS = new RegExp([
  "```([\\s\\S]+?)```",
  "`([^`\\n]+)`",
  "(?<![\\p{L}\\p{N}*])\\*(?=\\S)([^*\\n]*[^*\\s])\\*(?![\\p{L}\\p{N}*])",
  "(?<![\\p{L}\\p{N}_])_(?=\\S)([^_\\n]*[^_\\s])_(?![\\p{L}\\p{N}_])",
  "(?<![\\p{L}\\p{N}~])~(?=\\S)([^~\\n]*[^~\\s])~(?![\\p{L}\\p{N}~])",
  "(https?:\\/\\/[^\\s<>\"']{3,1500}[^\\s<>\"'.,;:!?)\\]*_~])"
].join("|"), "gu");

/** The children of an element that shows this text. */
export function richText(text, depth = 0) {
  if (depth >= DEPTH) {
    return [text];
  }
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    if (match.index > end) {
      nodes.push(text.slice(end, match.index));
    }
    nodes.push(part(match, depth));
    end = match.index + match[0].length;
  }
  if (end < text.length) {
    nodes.push(text.slice(end));
  }
  return nodes;
}

function part([, block, code, bold, italic, struck, address], depth) {
  if (block ?? code) {
    return el("code", { text: block ?? code });
  }
  if (address) {
    return link(address);
  }
  const tag = bold ? "strong" : italic ? "em" : "s";
  return el(tag, {}, ...richText(bold ?? italic ?? struck, depth + 1));
}

/** An address as a link where it is one for the web, as text otherwise. */
export function link(address) {
  if (!/^https?:\/\//i.test(address)) {
    return el("span", { text: address });
  }
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", text: address });
}
