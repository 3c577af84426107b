// Who may knock at whose door (docs/architecture.md). Run by `npm run lint`.
const FLOORS = [
  ['^libs/platform/'],
  ['^libs/accounts/'],
  ['^libs/company/'],
  ['^libs/screening/'],
  ['^libs/forum/'],
  ['^libs/(knowledge|import|moderation)/'],
  ['^libs/(notifications|reputation)/'], // listeners: nobody imports them, nor they each other
  ['^libs/rights/'], // knows what every slice keeps of a member
  ['^apps/'],
];
const above = (floor) => FLOORS.slice(floor + 1).flat();

const upward = FLOORS.slice(0, -1).map(([path], floor) => ({
  name: `down-only-from-floor-${floor}`,
  severity: 'error',
  comment: 'Imports point down only. Let the upper slice add fields to the lower type (@ResolveField), or listen to its events.',
  from: { path, pathNot: '\\.(spec|int-spec|fixture)\\.tsx?$' },
  to: { path: above(floor) },
}));

export default {
  forbidden: [
    ...upward,
    {
      name: 'no-sisters',
      severity: 'error',
      comment: 'Slices on one floor do not know each other. What both need belongs on the floor below.',
      from: { path: '^libs/(knowledge|import|moderation)/' },
      to: { path: '^libs/(knowledge|import|moderation)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'no-sisters-among-listeners',
      severity: 'error',
      comment: 'Slices on one floor do not know each other. What both need belongs on the floor below.',
      from: { path: '^libs/(notifications|reputation)/' },
      to: { path: '^libs/(notifications|reputation)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'A library is entered through its index.ts: import from #name, and export there what others need.',
      from: { path: '^libs/(platform/[^/]+|[^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/(platform/)?[^/]+/index\\.ts$'] },
    },
    {
      name: 'through-the-door-from-outside',
      severity: 'error',
      comment: 'A library is entered through its index.ts: import from #name, and export there what others need.',
      from: { path: '^(apps|e2e|migrations)/' },
      to: { path: '^libs/', pathNot: '^libs/(platform/)?[^/]+/index\\.ts$' },
    },
    {
      name: 'pages-speak-graphql',
      severity: 'error',
      comment: 'The web runs GraphQL operations; SQL stays in the slices.',
      from: { path: '^apps/web/', pathNot: '\\.(spec|int-spec|e2e-spec)\\.tsx?$' },
      to: { path: ['^libs/platform/database/', 'node_modules/(pg|typeorm)/'] },
    },
    {
      name: 'programs-apart',
      severity: 'error',
      comment: 'Programs are composed by apps/kundig; none of them imports another.',
      from: { path: '^apps/(api|web|worker)/', pathNot: '\\.(spec|e2e-spec)\\.tsx?$' },
      to: { path: '^apps/(api|web|worker|kundig)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-tests-in-programs',
      severity: 'error',
      comment: 'Specs, fixtures and test support stay out of what runs.',
      from: { path: '^(apps|libs|migrations)/', pathNot: ['\\.(spec|int-spec|e2e-spec|fixture)\\.tsx?$', '^libs/platform/testing/'] },
      to: { path: ['^e2e/', '\\.fixture\\.ts$', '^libs/platform/testing/'] },
    },
    { name: 'no-circles', severity: 'error', comment: 'Two files that need each other are one file, or hide a third.', from: { pathNot: '^libs/platform/content/markdown' /* a tree is walked by functions that call each other */ }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', comment: 'This import leads nowhere.', from: {}, to: { couldNotResolve: true } },
    { name: 'declared', severity: 'error', comment: 'Add the package to package.json.', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
  },
};
