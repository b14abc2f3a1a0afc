// Sound: voice messages with a microphone and a wave, other sound with a note.

import { el, hidden } from "./dom.js";
import { bars, icon } from "./icons.js";
import * as words from "./words.js";

const BARS = 44;
const LARGEST_WAVE = 2_000_000;
const RATE = 8_000;

let playing = null;

/** The player of a message; its sound is loaded when it gets "load-sound". */
export function player(message, onProblem) {
  const sound = el("audio", { preload: "none" });
  const name = message.voice ? "voice message" : "audio";
  const button = el("button", { type: "button", class: "play", "aria-label": "Play the " + name }, icon("play", 26));
  const slider = el("input", { type: "range", min: 0, max: 1000, value: 0, step: 1, "aria-label": "Position in the " + name });
  const wave = el("span", { class: "wave" }, bars(new Array(BARS).fill(0)), slider);
  const clock = el("span", { class: "player-time", text: "0:00" });
  const badge = el("span", { class: "player-badge" }, icon(message.voice ? "microphone" : "note", 22), hidden(words.kind(message)));
  const element = el("div", { class: message.voice ? "player voice" : "player" }, badge, button, el("span", { class: "player-line" }, wave, clock), sound);

  const show = () => {
    const part = sound.duration > 0 && Number.isFinite(sound.duration) ? sound.currentTime / sound.duration : 0;
    slider.value = Math.round(part * 1000);
    slider.setAttribute("aria-valuetext", words.duration(sound.currentTime) + " of " + words.duration(sound.duration));
    wave.style.setProperty("--played", part * 100 + "%");
    [...wave.querySelectorAll("rect")].forEach((bar, index) => bar.classList.toggle("played", index < part * BARS));
    clock.textContent = words.duration(sound.paused && part === 0 ? sound.duration : sound.currentTime);
  };
  const toggled = () => {
    button.replaceChildren(icon(sound.paused ? "play" : "pause", 26));
    button.setAttribute("aria-label", (sound.paused ? "Play the " : "Pause the ") + name);
  };

  button.addEventListener("click", () => {
    if (sound.paused) {
      sound.play().catch(() => {});
    } else {
      sound.pause();
    }
  });
  slider.addEventListener("input", () => {
    if (sound.duration > 0 && Number.isFinite(sound.duration)) {
      sound.currentTime = (slider.value / 1000) * sound.duration;
      show();
    }
  });
  sound.addEventListener("play", () => {
    if (playing !== sound) {
      playing?.pause();
    }
    playing = sound;
    toggled();
  });
  sound.addEventListener("pause", toggled);
  sound.addEventListener("ended", () => {
    sound.currentTime = 0;
    show();
  });
  ["timeupdate", "loadedmetadata", "durationchange"].forEach(event => sound.addEventListener(event, show));
  sound.addEventListener("error", onProblem);
  element.addEventListener("load-sound", () => {
    sound.setAttribute("preload", "metadata");
    sound.setAttribute("src", message.media.url);
    if (message.voice && message.media.size <= LARGEST_WAVE) {
      loudness(message.media.url).then(heights => {
        wave.replaceChild(bars(heights), wave.firstChild);
        show();
      }, () => {});
    }
  }, { once: true });
  return element;
}

/** How loud the sound is in each of its parts, from 0 to 1. */
async function loudness(url) {
  const encoded = await (await fetch(url)).arrayBuffer();
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(encoded);
  const samples = decoded.getChannelData(0);
  const part = Math.max(1, Math.floor(samples.length / BARS));
  const heights = [];
  for (let bar = 0; bar < BARS; bar++) {
    let sum = 0;
    for (let index = bar * part; index < (bar + 1) * part && index < samples.length; index++) {
      sum += samples[index] * samples[index];
    }
    heights.push(Math.sqrt(sum / part));
  }
  const loudest = Math.max(...heights, 1e-6);
  return heights.map(height => height / loudest);
}
