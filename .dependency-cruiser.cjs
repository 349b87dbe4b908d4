// Which room may import which: the table "Rooms" of the architecture.
const allowedImports = {
  shared: [],
  locales: ['shared'],
  db: ['shared'],
  sync: ['shared', 'db'],
  electron: ['shared', 'locales'],
  renderer: ['shared', 'locales'],
  registry: ['shared'],
};
const folders = [...Object.keys(allowedImports), 'scripts', 'bench', 'tests'];
const unitTests = '[.]test[.]tsx?$';
/** Unit tests and what only they use. */
const testCode = '[.](test|fixture)[.]tsx?$';
const deskService = '^electron/(service[.]ts$|desk-service/)';

const roomRules = Object.entries(allowedImports).map(([room, allowed]) => {
  const forbidden = folders.filter((folder) => folder !== room && !allowed.includes(folder));
  return {
    name: `${room}-imports`,
    comment: `${room}/ imports of ours only: ${[room, ...allowed].join(', ')}`,
    severity: 'error',
    from: { path: `^${room}/`, ...(room === 'electron' && { pathNot: deskService }) },
    to: { path: `^(${forbidden.join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'desk-service-imports',
      comment: 'the desk service imports of ours only: electron, shared, locales, db, sync',
      severity: 'error',
      from: { path: deskService },
      to: { path: '^(renderer|registry|scripts|bench|tests)/' },
    },
    {
      name: 'main-without-store',
      comment:
        'main and preload never reach the store: it lives in the process of the desk service',
      severity: 'error',
      from: { path: '^electron/(main|preload)[.]ts$' },
      to: { path: '^(db|sync)/', reachable: true },
    },
    {
      name: 'plain-node',
      comment: 'the desk service and what it is made of run on plain Node, without Electron',
      severity: 'error',
      from: { path: ['^(shared|db|sync|registry)/', deskService] },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-without-node',
      comment: 'shared/ runs everywhere: no module of Node',
      severity: 'error',
      from: { path: '^shared/', pathNot: unitTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-node',
      comment: 'the renderer is sandboxed: no module of Node, no Electron',
      severity: 'error',
      from: { path: '^renderer/', pathNot: unitTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-electron',
      comment: 'the renderer speaks to main through the desk contract alone',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'ui-without-features',
      comment: 'a component of renderer/ui serves every feature and knows none',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'features-apart',
      comment: 'a feature can be deleted with its folder: no other feature imports it',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'modules that import each other cannot be read one by one',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-packages',
      comment: 'packages for tests are imported by tests only',
      severity: 'error',
      from: { path: `^(${Object.keys(allowedImports).join('|')})/`, pathNot: testCode },
      to: { path: 'node_modules/(vitest|fast-check|playwright|@playwright|@axe-core)/' },
    },
    {
      name: 'no-tests-in-code',
      comment: 'a unit test is imported by nothing',
      severity: 'error',
      from: {},
      to: { path: unitTests },
    },
    {
      name: 'no-fixtures-in-code',
      comment: 'what is made for tests is imported by tests only',
      severity: 'error',
      from: { pathNot: `^tests/|${testCode}` },
      to: { path: '[.]fixture[.]tsx?$' },
    },
    {
      name: 'no-unresolvable',
      comment: 'what cannot be found cannot be checked',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|test-results)/' },
    // Imports of types count as imports.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
