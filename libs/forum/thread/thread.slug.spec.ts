import { threadSlug } from './thread.slug.js';

it.each([
  ['Split!!!', 'split-thread'],
  ['Merge', 'merge-thread'],
  ['How do I merge two bills?', 'how-do-i-merge-two-bills'],
  ['???', 'thread'],
])('leads from %j to an address of its own: %s', (title, slug) => {
  expect(threadSlug(title)).toBe(slug);
});
