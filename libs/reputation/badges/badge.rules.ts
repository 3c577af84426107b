import { appreciated } from './rules/appreciated.badge.js';
import { firstSolution } from './rules/first-solution.badge.js';
import { goodEye } from './rules/good-eye.badge.js';
import { lastingHelp } from './rules/lasting-help.badge.js';
import { masterSolver } from './rules/master-solver.badge.js';
import { problemSolver } from './rules/problem-solver.badge.js';
import { regular } from './rules/regular.badge.js';
import { trusted } from './rules/trusted.badge.js';
import { welcomer } from './rules/welcomer.badge.js';

/** All badges, in the order in which they are shown. */
export const BADGES = [firstSolution, problemSolver, masterSolver, trusted, welcomer, lastingHelp, appreciated, regular, goodEye] as const;
