/**
 * How likely a thread with that score answers the question, 0..1. Platt's scaling of the score (Platt 1999), fitted on what three support desks
 * were really asked, where about half of the questions have no answer at all: where most have one, it says rather too little than too much.
 */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(2.5 - 4.2 * score));
}

/** Below, a suggestion is wrong nineteen times in twenty: the box stays quiet. */
export const QUIET_BELOW = 0.16;
