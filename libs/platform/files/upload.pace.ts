import type { IncomingMessage } from 'node:http';

/** How slowly a form may come: whoever sends holds one of few places meanwhile. */
export interface Pace {
  /** Nothing at all for so long. */
  silentMs: number;
  /** So much a second on the whole, once the first so many milliseconds are over. */
  bytesPerSecond: number;
  graceMs: number;
  /** All of it. */
  wholeMs: number;
}

// a photograph over a bad mobile connection passes; the largest file there may be needs 1.1 Mbit/s
export const USUAL_PACE: Pace = { silentMs: 15_000, bytesPerSecond: 16_000, graceMs: 20_000, wholeMs: 180_000 };

const LOOKS_A_PACE = 8; // of the shortest time: late by an eighth at most

/** Watches what a request sends; calls back once it is too slow. Returns what ends the watch. */
export function watchPace(request: IncomingMessage, pace: Pace, tooSlow: () => void): () => void {
  const began = performance.now();
  let [last, received] = [began, 0];
  const count = (chunk: Buffer) => {
    last = performance.now();
    received += chunk.length;
  };
  const look = () => {
    const now = performance.now();
    const due = ((now - began - pace.graceMs) * pace.bytesPerSecond) / 1_000;
    if (now - last <= pace.silentMs && received >= due && now - began <= pace.wholeMs) return;
    end();
    tooSlow();
  };
  const timer = setInterval(look, Math.min(pace.silentMs, pace.graceMs, pace.wholeMs) / LOOKS_A_PACE);
  const end = () => {
    clearInterval(timer);
    request.off('data', count);
  };
  request.on('data', count);
  return end;
}
