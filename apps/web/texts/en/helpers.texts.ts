import { counting } from '../words.js';

const counted = counting('en-GB');

export const helpers = {
  title: 'Who helps most',
  intro: 'By the points that helping others has brought. Only those stand here who want to.',
  period: 'Over how long',
  periods: { week: 'Last 7 days', month: 'Last 30 days', all: 'All the time' },
  category: 'Topic',
  allCategories: 'All topics',
  show: 'Show',
  place: 'Place',
  who: 'Who',
  points: 'Points',
  none: 'Nobody has helped here in this time yet. You could be the first.',
  listed: 'You are shown here when you help that much.',
  unlisted: 'You are not shown here.',
  takeOff: 'Do not show me',
  putOn: 'Show me',
  badges: 'Badges',
  since: 'since',
  names: {
    firstSolution: 'First solution', problemSolver: 'Problem solver', masterSolver: 'Master solver', trusted: 'Trusted by the team', welcomer: 'Welcomer', lastingHelp: 'Lasting help', appreciated: 'Appreciated', regular: 'Regular', goodEye: 'Good eye',
  },
  rules: {
    firstSolution: () => 'An answer of yours was accepted.',
    problemSolver: (amount: number) => `${amount} of your answers were accepted.`,
    masterSolver: (amount: number) => `${amount} of your answers were accepted.`,
    trusted: (amount: number) => `The team made ${amount} of your answers official.`,
    welcomer: counted({ one: 'You were the first to reply to somebody new.', other: 'You were the first to reply to # newcomers.' }),
    lastingHelp: (amount: number) => `${amount} later readers said that your answers solved their problem.`,
    appreciated: (amount: number) => `${amount} votes for your answers.`,
    regular: (amount: number) => `You have read here on ${amount} days.`,
    goodEye: (amount: number) => `Those who look agreed with ${amount} of your reports.`,
  },
  notYet: 'not yet',
};
