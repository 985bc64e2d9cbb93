/** Who may import whom? Every rule follows from map.json; none is kept by hand. */
const map = require('./map.json')

const contexts = map.contexts.map(({ at }) => at)
const foundation = '^src/foundation/'
const context = '^src/contexts/'
const capability = '^src/contexts/([^/]+)/([^/]+)/' // $1 context, $2 capability
const pure = [`${foundation}(kernel|contract|language)/`, `${context}[^/]+/[^/]+/(contract\\.ts$|rules/)`].join('|')
const test = '\\.test\\.tsx?$'
const store = `${context}[^/]+/[^/]+/store[^/]*\\.ts$`
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

// What a pure file may use besides other pure files: libraries that compute and reach for nothing.
const pureLibraries = ['zod', 'big.js', 'fast-check', 'wink-nlp', 'wink-eng-lite-web-model', 'chrono-node', 'email-reply-parser', 'html-to-text', 'tldts', 'freemail', 'eld', 'libphonenumber-js']

module.exports = {
  forbidden: [
    // Tests ship with nobody: to prove a thing they may use what lies above it.
    // 1. Floors: foundation <- contexts <- workflows <- apps.
    no('floor-foundation', 'the ground knows no business', { path: foundation, pathNot: test }, { path: '^src/(contexts|workflows|apps)/' }),
    no('floor-contexts', 'a context knows no workflow and no app', { path: context }, { path: '^src/(workflows|apps)/' }),
    no('floor-workflows', 'a workflow knows no app', { path: '^src/workflows/' }, { path: '^src/apps/' }),
    // 2. River: a context imports only what lies upstream of it.
    ...contexts
      .slice(0, -1)
      .map((at, i) => no(`river-${at}`, 'never import downstream; announce an event, let a workflow carry it', { path: `${context}${at}/`, pathNot: test }, { path: `${context}(${contexts.slice(i + 1).join('|')})/` })),
    // 3. Doors: another capability is entered by its contract, rules or actions only.
    no('doors', 'store and screens are private', { path: capability }, { path: `${store}|${context}[^/]+/[^/]+/screens/`, pathNot: `${context}$1/$2/` }),
    no('workflow-doors', 'workflows call actions', { path: '^src/workflows/' }, { path: `${store}|${context}[^/]+/[^/]+/screens/` }),
    // 4. Pure core: contracts and rules decide, they never reach out.
    no('pure-core', 'no IO, no clock, no framework in what decides', { path: pure, pathNot: test }, { pathNot: [pure, `node_modules/(${pureLibraries.join('|').replaceAll('.', '\\.')})/`] }),
    // 5. Shell: only actions touch the store; SQL never decides.
    no('store-is-dumb', 'a store reads and writes, it does not decide', { path: store, pathNot: test }, { path: '/rules/|/actions[^/]*\\.ts$' }),
    no('store-behind-actions', 'one door to the rows', { path: '^src/', pathNot: `/(actions|store)[^/]*\\.ts$` }, { path: store }),
    // 6. Screens: browser code sees contract, rules and the ui kit.
    no('screens-see-no-server', 'the browser talks through the typed client', { path: `/screens/|${foundation}ui/|^src/apps/web/`, pathNot: test }, { path: `${store}|/actions[^/]*\\.ts$|${foundation}platform/|^src/apps/(server|cli|mcp)/|^src/workflows/` }),
    no('screens-see-no-node', 'a browser has no files and no processes', { path: `/screens/|${foundation}ui/|^src/apps/web/`, pathNot: test }, { dependencyTypes: ['core'] }),
    no('server-sees-no-screens', 'screens are loaded by the web app alone', { path: '^src/', pathNot: `/screens/|^src/apps/web/|${test}` }, { path: '/screens/' }),
    no('screens-keep-apart', "pages that mix capabilities are composed in apps/web; a screen imports no other capability's", { path: `${capability}screens/` }, { path: `${context}[^/]+/[^/]+/screens/`, pathNot: `${context}$1/$2/` }),
    // 7. Hygiene.
    no('no-cycles', 'types included', {}, { circular: true }),
    no('no-barrels', 'import the file that says it', {}, { path: '^src/.*/index\\.tsx?$' }),
    no('no-orphans', 'dead files leave', { orphan: true, path: '^src/.*\\.tsx?$', pathNot: `\\.(test|d)\\.tsx?$|^src/apps/[^/]+/main\\.tsx?$|\\.worker\\.ts$` }, {}),
    no('unresolved', 'every import lands', {}, { couldNotResolve: true }),
    no('not-from-tests', 'what ships does not lean on what proves it; the world is also the demo', { path: '^src/', pathNot: test }, { path: `^test/|${test}`, pathNot: '^test/world/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
}
