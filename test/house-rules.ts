/** Which rules of the house can the import rules not see? Names, sizes, forms, and that the map and the folders agree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readSources, type SourceFile } from './read-source.ts'

type HouseMap = {
  readonly contexts: readonly { readonly at: string; readonly capabilities: Readonly<Record<string, string>> }[]
  readonly foundation: readonly string[]
  readonly apps: readonly string[]
}

/** A house to look at: its root folder, its map and its files. */
export type House = { readonly root: string; readonly map: HouseMap; readonly files: readonly SourceFile[] }

/** Reads the house below a folder. */
export const readHouse = (root: string): House => ({
  root,
  map: JSON.parse(readFileSync(`${root}/map.json`, 'utf8')) as HouseMap,
  files: readSources(root, ['src', 'test', 'bench', 'tools']),
})

const foldersOf = (at: string): readonly string[] =>
  existsSync(at)
    ? readdirSync(at, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : []

const difference = (at: string, onMap: readonly string[], there: readonly string[]): readonly string[] => [
  ...onMap.filter((name) => !there.includes(name)).map((name) => `${at}/${name} is on the map but not there`),
  ...there.filter((name) => !onMap.includes(name)).map((name) => `${at}/${name} is there but not on the map`),
]

const source = ({ files }: House) => files.filter(({ at }) => at.startsWith('src/'))

const rooms = ['contract.ts', 'store.ts', 'actions.ts']

const limitOf = (at: string): number => (at.includes('/screens/') ? 300 : at.endsWith('/contract.ts') ? 200 : 400)

const bannedName = /(^|[/.-])(utils?|helpers?|common|misc|shared|lib|index|types|constants|manager|service)(\.|\/)/i

const inRules = ({ at, isTest }: SourceFile) => /\/rules\//.test(at) && !isTest

// judgeNeed, JUDGE_NEED and judge-needs are the same words.
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]/)
    .map((word) => word.replace(/s$/, ''))

const says = (exported: string, file: string): boolean => wordsOf(file).every((word) => wordsOf(exported).includes(word))

const nameOf = (at: string): string =>
  at
    .split('/')
    .at(-1)
    ?.replace(/\.tsx?$/, '') ?? ''

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

// Tools read the default export of these files and take no other.
const toolsDemandDefault = /(^|\/)(vite|vitest|knip)\.config\.ts$|^test\/database\/global-setup\.ts$/

/** Every rule by its sentence; each answers the violations it finds. */
export const houseRules: Readonly<Record<string, (house: House) => readonly string[]>> = {
  'the map and the folders agree': ({ root, map }) => [
    ...difference(
      'src/contexts',
      map.contexts.map(({ at }) => at),
      foldersOf(`${root}/src/contexts`),
    ),
    ...map.contexts.flatMap(({ at, capabilities }) =>
      difference(`src/contexts/${at}`, Object.keys(capabilities), foldersOf(`${root}/src/contexts/${at}`)),
    ),
    ...difference('src/foundation', map.foundation, foldersOf(`${root}/src/foundation`)),
    ...difference('src/apps', map.apps, foldersOf(`${root}/src/apps`)),
  ],
  'the contexts stand in the order of the river': ({ map }) => {
    const names = map.contexts.map(({ at }) => at)
    return [...names].sort().join() === names.join() ? [] : [names.join(', ')]
  },
  'every capability has the same rooms, and no other': ({ root, map }) =>
    map.contexts.flatMap(({ at, capabilities }) =>
      Object.keys(capabilities).flatMap((name) => {
        const room = `src/contexts/${at}/${name}`
        const lacking = rooms.filter((file) => !existsSync(`${root}/${room}/${file}`))
        // Rules alone are a beginning: nothing is kept and nobody can ask yet.
        const missing = lacking.length === rooms.length && existsSync(`${root}/${room}/rules`) ? [] : lacking
        const strange = foldersOf(`${root}/${room}`).filter((folder) => folder !== 'rules' && folder !== 'screens')
        return [...missing.map((file) => `${room} lacks ${file}`), ...strange.map((folder) => `${room} has a room ${folder}`)]
      }),
    ),
  'names say what is inside': ({ files }) => files.filter(({ at }) => bannedName.test(at)).map(({ at }) => at),
  'names are small words with hyphens; components are PascalCase, hooks useSomething': ({ files }) =>
    files
      .filter(
        ({ at }) =>
          !/^([a-z0-9]+(-[a-z0-9]+)*(\.(test|worker|config|stories))?\.tsx?|[A-Z][A-Za-z0-9]*(\.test)?\.tsx|use[A-Z][A-Za-z0-9]*(\.test)?\.tsx?)$/.test(
            at.split('/').at(-1) ?? '',
          ),
      )
      .map(({ at }) => at),
  'a file in rules exports the words of its name': (house) =>
    source(house)
      .filter((file) => inRules(file) && !file.exports.some((name) => says(name, nameOf(file.at))))
      .map(({ at, exports }) => `${at} exports ${exports.join(', ')}`),
  'files stay small': ({ files }) =>
    files.filter(({ at, lines }) => lines > limitOf(at)).map(({ at, lines }) => `${at}: ${lines} lines, at most ${limitOf(at)}`),
  'half of the files have 80 lines or fewer': (house) => {
    const half = median(
      source(house)
        .filter(({ isTest }) => !isTest)
        .map(({ lines }) => lines),
    )
    return half <= 80 ? [] : [`the median is ${half}`]
  },
  'every file opens with one sentence': ({ files }) =>
    files.filter(({ isTest, text }) => !isTest && !/^(#!.*\n)?\/\*\* \S[^\n]*\S \*\/\n/.test(text)).map(({ at }) => at),
  'no any, no !, no enum, no decorator, no class but errors': ({ files }) => files.flatMap(({ forbidden }) => forbidden),
  'no default export but where a tool demands one': ({ files }) =>
    files.filter(({ at, exports }) => exports.includes('default') && !toolsDemandDefault.test(at)).map(({ at }) => at),
  'product words are code words': ({ files }) =>
    files.filter(({ at }) => at.startsWith('src/contexts/') && /[/-](deals?|leads?|contacts?)[./-]/.test(at)).map(({ at }) => at),
}
