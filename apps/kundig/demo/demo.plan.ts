import { Chance } from './demo.chance.js';
import { Crowd } from './demo.crowd.js';
import { addParted } from './demo.parted.js';
import type { Plan, PlannedThread } from './demo.plan.type.js';
import type { Script } from './demo.scripts.js';
import { addStates } from './demo.states.js';
import { type Course, ThreadPlay } from './demo.thread.js';
import { addToday } from './demo.today.js';
import { addTwins } from './demo.twins.js';

const SEED = 20_251;
const DAY = 86_400_000;

const COURSES: readonly (readonly [Course, number])[] = [['unanswered', 0.05], ['answered', 0.29], ['solved', 0.43], ['official', 0.09], ['both', 0.14]];

/** The whole community in memory: the same at every run, counted back from now. */
export function planDemo(scripts: readonly Script[], now: Date): Plan {
  const chance = new Chance(SEED, now);
  const crowd = new Crowd(chance, now);
  const play = new ThreadPlay(chance, crowd, now);
  const threads: PlannedThread[] = [];
  for (const script of scripts) {
    const at = whenOf(script, chance, now);
    const asker = script.kind === 'announcement' ? chance.pick(crowd.staff) : chance.early(crowd.askers.filter(({ language }) => language === script.language), 1.7);
    const thread = play.play(script, courseOf(script, chance, now.getTime() - at.getTime()), at, asker);
    threads.push(thread);
    if (script.twins.length > 0) threads.push(...addTwins(thread, script, { chance, crowd, now }));
  }
  addStates(threads, { chance, crowd, now });
  addParted(threads, { chance, crowd, now });
  addToday(threads, { chance, crowd, now });
  threads.sort((a, b) => a.opening.at.getTime() - b.opening.at.getTime());
  crowd.arrive(threads.flatMap(({ posts }) => posts));
  return { members: crowd.all, threads };
}

function whenOf({ notice, twins }: Script, chance: Chance, now: Date): Date {
  if (twins.length > 0) return chance.onDay(120 + Math.floor(chance.next() * 250)); // so that there was time to ask it again
  if (notice && !notice.over) return new Date(now.getTime() - 5 * 3_600_000);
  return notice ? chance.onDay(6 + Math.floor(chance.next() * 60)) : chance.moment();
}

/** What was asked an hour ago is hardly solved. */
function courseOf({ kind, answers }: Script, chance: Chance, age: number): Course {
  if (kind !== 'question') return 'answered';
  if (answers.length === 0) return 'unanswered';
  if (age < DAY && chance.happens(0.5)) return 'unanswered';
  let left = chance.next();
  return COURSES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'solved';
}
