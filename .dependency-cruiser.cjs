// Who may import whom; docs/ARCHITECTURE.md says why. A folder that is not named here does not exist: adding one is a decision.
const layers = 'app|commands|components|db|domain|i18n|messages|platform|server|tests';

/** Files of `from` may import their own folder and the allowed ones, of all layers. Sentences (messages) are checked apart. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}/` },
  to: { path: `^(${layers})/`, pathNot: `^(${[from, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    only('domain-stands-alone', 'domain', [], 'Rules must be readable and testable without a framework.'),
    only(
      'platform-knows-no-one',
      'platform',
      ['domain', 'messages'],
      'Adapters to the outside world; env.ts knows which languages there are.',
    ),
    only('db-below-commands', 'db', ['domain', 'platform'], 'Storage knows the rules, not the use cases.'),
    only('commands-below-edges', 'commands', ['db', 'domain', 'platform'], 'Callable from web, socket, script and test alike.'),
    only('server-is-an-edge', 'server', ['commands', 'db', 'domain', 'platform'], 'Never reaches into the web app.'),
    only(
      'components-are-pure',
      'components',
      ['domain', 'messages', 'platform'],
      'Shared UI receives data; it never fetches it.',
    ),
    {
      name: 'components-compare-and-nothing-else',
      severity: 'error',
      comment: 'How two texts differ is said in one way on pages and by the live editing server. It asks nothing of the outside.',
      from: { path: '^components/' },
      to: { path: '^platform/', pathNot: '^platform/compare-words\\.ts$' },
    },
    only(
      'app-is-an-edge',
      'app',
      ['commands', 'components', 'db', 'domain', 'i18n', 'messages', 'platform'],
      'Meets the server on the wire only.',
    ),
    only('messages-are-data', 'messages', [], 'Sentences and the list of languages.'),
    only('i18n-loads-messages', 'i18n', ['messages'], 'The one file that next-intl asks for.'),
    {
      name: 'only-languages-below-the-edge',
      severity: 'error',
      comment: 'Sentences are the business of pages; below them there are codes. A mail alone is read where no page is.',
      from: { path: '^(commands|db|domain|platform|server)/', pathNot: '^platform/mail-words\\.ts$' },
      to: { path: '^messages/', pathNot: '^messages/locales\\.ts$' },
    },
    {
      name: 'domain-npm-allowlist',
      severity: 'error',
      comment: 'What runs in the browser and in an offline verifier too.',
      from: { path: '^domain/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional'],
        pathNot: 'node_modules/(zod|@noble/hashes|canonicalize|@scure/bip39)/',
      },
    },
    {
      name: 'domain-no-node-builtins',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-framework-below-the-edge',
      severity: 'error',
      comment: 'Only server/main.ts starts Next, and only the upgrade reads its session cookie.',
      from: { path: '^(commands|db|domain|platform|server)/', pathNot: '^server/main\\.ts$' },
      to: { path: 'node_modules/(next|next-auth|next-intl|react|react-dom)/', pathNot: 'node_modules/next-auth/jwt/' },
    },
    {
      name: 'yjs-only-where-editing-lives',
      severity: 'error',
      comment: 'Two copies of Yjs in one process break each other, and authority never lives in a document.',
      from: {
        path: '^(app|commands|components|db|domain|platform)/',
        pathNot: '^app/\\(desk\\)/.*_editor/',
      },
      to: { path: 'node_modules/(yjs|y-[^/]+|lib0|@tiptap)/' },
    },
    {
      name: 'client-files-stay-in-the-browser',
      severity: 'error',
      comment: 'Types may come from anywhere; code of the server may not travel.',
      from: { path: '\\.client\\.tsx?$' },
      to: { path: '^(commands|db|platform|server)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-writes-through-commands',
      severity: 'error',
      comment: 'Pages read through named queries; only the session and the adapters hold the database itself.',
      from: { path: '^app/', pathNot: '^app/(_session|_adapters)/' },
      to: { path: '^db/', pathNot: '^db/queries/' },
    },
    {
      name: 'adapters-hold-only-the-client',
      severity: 'error',
      from: { path: '^app/(_session|_adapters)/' },
      to: { path: '^db/', pathNot: '^db/(queries/|client\\.ts$)' },
    },
    {
      name: 'audiences-do-not-borrow',
      severity: 'error',
      comment: 'What two audiences share is a component.',
      from: { path: '^app/\\(([^)]+)\\)/' },
      to: { path: '^app/\\([^)]+\\)/', pathNot: '^app/\\($1\\)/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
