import { Chance } from './demo.chance.js';
import { Crowd } from './demo.crowd.js';
import type { Plan, PlannedThread } from './demo.plan.type.js';
import type { Script } from './demo.scripts.js';
import { addStates } from './demo.states.js';
import { type Course, ThreadPlay } from './demo.thread.js';

const SEED = 20_251;
const TURNS = 5; // how often a question comes up, with other people and things
const DAY = 86_400_000;

const COURSES: readonly (readonly [Course, number])[] = [['unanswered', 0.17], ['answered', 0.27], ['solved', 0.34], ['official', 0.09], ['both', 0.13]];

/** The whole community in memory: the same at every run, counted back from now. */
export function planDemo(scripts: readonly Script[], now: Date): Plan {
  const chance = new Chance(SEED, now);
  const crowd = new Crowd(chance, now);
  const play = new ThreadPlay(chance, crowd, now);
  const threads: PlannedThread[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const script of scripts) {
      if (turn > 0 && script.kind !== 'question') continue;
      const at = whenOf(script, chance, now);
      const asker = script.kind === 'announcement' ? chance.pick(crowd.staff) : chance.early(crowd.askers, 1.7);
      const thread = play.play(script, turn, courseOf(script, chance, now.getTime() - at.getTime()), at, asker);
      if (thread) threads.push(thread);
    }
  }
  addStates(threads, { chance, crowd, now });
  threads.sort((a, b) => a.opening.at.getTime() - b.opening.at.getTime());
  crowd.arrive(threads.flatMap(({ posts }) => posts));
  return { members: crowd.all, threads };
}

function whenOf({ notice }: Script, chance: Chance, now: Date): Date {
  if (notice && !notice.over) return new Date(now.getTime() - 5 * 3_600_000);
  return notice ? chance.onDay(6 + Math.floor(chance.next() * 60)) : chance.moment();
}

/** What was asked an hour ago is hardly solved. */
function courseOf({ kind }: Script, chance: Chance, age: number): Course {
  if (kind !== 'question') return 'answered';
  if (age < DAY && chance.happens(0.5)) return 'unanswered';
  let left = chance.next();
  return COURSES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'solved';
}
