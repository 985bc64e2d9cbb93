import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, houseRules, readHouse } from './house-rules.ts'

const root = resolve('.')
const scratch = mkdtempSync(join(tmpdir(), 'rapport-rules-'))
const contexts = 'src/contexts'
const needs = `${contexts}/05-discovery/needs`
const opportunities = `${contexts}/07-pipeline/opportunities`
const long = (lines: number) => `/** A long one. */\n${"export const line = 'x'\n".repeat(1)}${'// more\n'.repeat(lines)}`

type Plant = {
  readonly rule: string
  readonly at: string
  readonly text: string
  readonly beside?: Readonly<Record<string, string>>
}

const imports = (rule: string, at: string, from: string, beside?: Plant['beside']): Plant => ({
  rule,
  at,
  text: `/** Planted. */\nimport '${from}'\n`,
  ...(beside ? { beside } : {}),
})

/** One violation of every import rule, each in a file of its own. */
const importPlants: readonly Plant[] = [
  imports('floor-foundation', 'src/foundation/platform/plant-floor.ts', '#customers/accounts/contract.ts'),
  imports('floor-contexts', `${needs}/actions-plant-floor.ts`, '#workflows/subscriptions.ts'),
  imports('floor-workflows', 'src/workflows/plant-floor.ts', '#apps/cli/main.ts'),
  imports('river-01-workspace', `${contexts}/01-workspace/members/plant-river.ts`, '#customers/accounts/contract.ts'),
  imports('river-02-customers', `${contexts}/02-customers/accounts/plant-river.ts`, '#pipeline/opportunities/actions.ts'),
  imports('river-03-market', `${contexts}/03-market/competitors/plant-river.ts`, '#discovery/needs/contract.ts'),
  imports('river-04-conversation', `${contexts}/04-conversation/evidence/plant-river.ts`, '#discovery/needs/contract.ts'),
  {
    rule: 'river-05-discovery',
    at: `${needs}/rules/plant-river.ts`,
    text: "/** Types count too. */\nimport type { Opportunity } from '#pipeline/opportunities/contract.ts'\nexport type P = Opportunity\n",
  },
  imports('doors', `${opportunities}/actions-plant-store.ts`, '#discovery/needs/store.ts'),
  imports('doors', `${opportunities}/screens/PlantDoor.tsx`, '#discovery/needs/screens/Plant.tsx', {
    [`${needs}/screens/Plant.tsx`]: '/** Planted. */\nexport const Plant = 1\n',
  }),
  imports('workflow-doors', 'src/workflows/plant-door.ts', '#discovery/needs/store.ts'),
  imports('pure-core', `${opportunities}/rules/plant-platform.ts`, '#foundation/platform/database.ts'),
  imports('pure-core', `${opportunities}/rules/plant-node.ts`, 'node:fs'),
  imports('pure-core', `${opportunities}/rules/plant-package.ts`, 'fastify'),
  imports('pure-core', `${opportunities}/rules/plant-store.ts`, '../store.ts'),
  imports('pure-core', 'src/foundation/language/plant-node.ts', 'node:crypto'),
  imports('pure-core', 'src/foundation/kernel/plant-platform.ts', '#foundation/platform/settings.ts'),
  imports('store-is-dumb', `${opportunities}/store-plant.ts`, './rules/plant-pure.ts', {
    [`${opportunities}/rules/plant-pure.ts`]: '/** Planted. */\nexport const plantPure = 1\n',
  }),
  imports('store-behind-actions', 'src/apps/cli/plant-store.ts', '#discovery/needs/store.ts'),
  imports('screens-see-no-server', `${opportunities}/screens/PlantServer.tsx`, '../actions.ts'),
  imports('screens-see-no-server', 'src/apps/web/plant-server.ts', '#foundation/platform/database.ts'),
  imports('screens-see-no-node', 'src/foundation/ui/plant-node.ts', 'node:path'),
  imports('server-sees-no-screens', `${opportunities}/actions-plant-screen.ts`, './screens/PlantServer.tsx'),
  imports('screens-keep-apart', `${opportunities}/screens/PlantApart.tsx`, '#discovery/needs/screens/Plant.tsx'),
  {
    rule: 'no-cycles',
    at: 'src/foundation/ui/plant-egg.ts',
    text: "/** Planted. */\nimport type { Hen } from './plant-hen.ts'\nexport type Egg = Hen[]\n",
    beside: {
      'src/foundation/ui/plant-hen.ts': "/** Planted. */\nimport type { Egg } from './plant-egg.ts'\nexport type Hen = Egg | 1\n",
    },
  },
  imports('no-barrels', 'src/foundation/ui/plant-barrel.ts', './index.ts', {
    'src/foundation/ui/index.ts': '/** Planted. */\nexport const z = 1\n',
  }),
  { rule: 'no-orphans', at: `${needs}/rules/plant-dead.ts`, text: '/** Planted. */\nexport const plantDead = 1\n' },
  imports('unresolved', 'src/foundation/platform/plant-nowhere.ts', './not-there.ts'),
  imports('not-from-tests', 'src/foundation/platform/plant-test.ts', '#test/database/door.ts'),
]

/** One violation of every rule that the import rules cannot see. */
const housePlants: readonly Plant[] = [
  {
    rule: 'every capability has the same rooms, and no other',
    at: `${contexts}/03-market/competitors/contract.ts`,
    text: '/** Planted: a contract that nobody carries out. */\n',
  },
  { rule: 'the map and the folders agree', at: `${contexts}/05-discovery/plant/contract.ts`, text: '/** Planted. */\n' },
  { rule: 'every capability has the same rooms, and no other', at: `${needs}/corner/planted.ts`, text: '/** Planted. */\n' },
  { rule: 'names say what is inside', at: 'src/foundation/platform/plant-utils.ts', text: '/** Planted. */\n' },
  {
    rule: 'names are small words with hyphens; components are PascalCase, hooks useSomething',
    at: 'src/foundation/platform/plant_name.ts',
    text: '/** Planted. */\n',
  },
  {
    rule: 'a file in rules exports the words of its name',
    at: `${needs}/rules/weigh-plants.ts`,
    text: '/** Planted. */\nexport const other = 1\n',
  },
  { rule: 'files stay small', at: 'src/foundation/platform/plant-long.ts', text: long(400) },
  { rule: 'files stay small', at: `${needs}/screens/PlantLong.tsx`, text: long(300) },
  { rule: 'every file opens with one sentence', at: 'src/foundation/platform/plant-silent.ts', text: 'export const z = 1\n' },
  {
    rule: 'no any, no !, no enum, no decorator, no class but errors',
    at: 'src/foundation/platform/plant-any.ts',
    text: '/** Planted. */\nexport const z: any = 1\n',
  },
  {
    rule: 'no any, no !, no enum, no decorator, no class but errors',
    at: 'src/foundation/platform/plant-bang.ts',
    text: '/** Planted. */\nexport const z = [1][0]!\n',
  },
  {
    rule: 'no any, no !, no enum, no decorator, no class but errors',
    at: 'src/foundation/platform/plant-enum.ts',
    text: '/** Planted. */\nexport enum Z { A }\n',
  },
  {
    rule: 'no any, no !, no enum, no decorator, no class but errors',
    at: 'src/foundation/platform/plant-class.ts',
    text: '/** Planted. */\nexport class Z {}\n',
  },
  {
    rule: 'no default export but where a tool demands one',
    at: 'src/foundation/platform/plant-default.ts',
    text: '/** Planted. */\nexport default 1\n',
  },
  {
    rule: 'product words are code words',
    at: `${needs}/rules/close-deal.ts`,
    text: '/** Planted. */\nexport const closeDeal = 1\n',
  },
]

const plant = ({ at, text, beside = {} }: Plant): void => {
  for (const [file, words] of Object.entries({ [at]: text, ...beside })) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true })
    writeFileSync(join(scratch, file), words)
  }
}

type Violation = { readonly from: string; readonly rule: { readonly name: string } }

const cruise = (): readonly Violation[] => {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const words = [program, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: scratch, encoding: 'utf8', maxBuffer: 200_000_000 })
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr)
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations
}

beforeAll(() => {
  const notTests = (file: string) => !/\.test\.tsx?$/.test(file)
  cpSync('src', join(scratch, 'src'), { recursive: true, filter: notTests })
  cpSync('test/database', join(scratch, 'test/database'), { recursive: true })
  for (const file of ['map.json', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(file, join(scratch, file))
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('every import rule bites', () => {
  const found: { violations: readonly Violation[] } = { violations: [] }
  beforeAll(() => {
    for (const one of importPlants) plant(one)
    found.violations = cruise()
  }, 120_000)

  it.each(importPlants)('$rule catches $at', ({ rule, at }) => {
    expect(found.violations.filter(({ from }) => from === at).map((violation) => violation.rule.name)).toContain(rule)
  })

  it('and none is left without a plant', () => {
    const config = spawnSync(
      process.execPath,
      ['-p', "JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map(({ name }) => name))"],
      { encoding: 'utf8' },
    )
    const names = JSON.parse(config.stdout) as readonly string[]
    expect(names.filter((name) => !importPlants.some(({ rule }) => rule === name))).toEqual([])
  })
})

describe('every rule of the house bites', () => {
  const planted: { house: House } = { house: readHouse(root) }
  beforeAll(() => {
    for (const one of housePlants) plant(one)
    planted.house = readHouse(scratch)
  })

  it.each(housePlants)('$rule: $at', ({ rule, at }) => {
    const violations = houseRules[rule]?.(planted.house) ?? []
    const place = at.replace(/\/(contract|planted)\.ts$/, '')
    expect(violations.some((violation) => violation.includes(place) || violation.includes(place.replace(/\/corner$/, '')))).toBe(
      true,
    )
  })

  it('half of the files have 80 lines or fewer: caught when most grow', () => {
    const grown = { ...planted.house, files: planted.house.files.map((file) => ({ ...file, lines: file.lines + 80 })) }
    expect(houseRules['half of the files have 80 lines or fewer']?.(grown)).toHaveLength(1)
  })

  it('the contexts stand in the order of the river: caught when two change places', () => {
    const { house } = planted
    const turned = { ...house, map: { ...house.map, contexts: house.map.contexts.toReversed() } }
    expect(houseRules['the contexts stand in the order of the river']?.(turned)).toHaveLength(1)
  })
})
