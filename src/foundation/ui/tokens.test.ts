/** Can every ink be read on every ground it may stand on, in both themes? (WCAG 2.2: 4.5 for text, 3 for edges of controls) */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const themes = ['light', 'dark'] as const

/** Relative luminance of an oklch colour. Source: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function luminance(lightness: number, chroma: number, hue: number): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (x: number) => Math.max(0, Math.min(1, x))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function tokenIn(name: string, theme: (typeof themes)[number]): number {
  const found = css.match(new RegExp(`--${name}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`))
  const [l = '', c = '', h = ''] = (found?.[theme === 'light' ? 1 : 2] ?? '').split(/\s+/)
  expect(found, `--${name} is a light-dark() pair`).not.toBeNull()
  return luminance(Number.parseFloat(l) / 100, Number(c), Number(h))
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover']
const hues = ['rose', 'ochre', 'moss', 'lagoon', 'sky', 'plum']
const states = ['good', 'warn', 'bad']

const pairs: [string, string, number][] = [
  ...['ink', 'soft', 'faint', 'accent', 'accent-deep', ...states, ...hues].flatMap((ink): [string, string, number][] =>
    grounds.map((ground) => [ink, ground, 4.5]),
  ),
  ...[...states, ...hues].map((name): [string, string, number] => [name, `${name}-wash`, 4.5]),
  ...[...states, ...hues].map((name): [string, string, number] => ['ink', `${name}-wash`, 7]),
  ...['ink', 'soft', 'faint', 'accent-deep', ...states].map((ink): [string, string, number] => [ink, 'accent-wash', 4.5]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-deep', 4.5],
  ['on-bad', 'bad', 4.5],
  ['edge', 'surface', 3],
  ['edge', 'raised', 3],
]

for (const theme of themes) {
  it(`${theme}: every pair of ink and ground`, () => {
    const weak = pairs
      .map(([ink, ground, least]) => ({ ink, ground, least, has: contrast(tokenIn(ink, theme), tokenIn(ground, theme)) }))
      .filter((p) => p.has < p.least)
      .map((p) => `${p.ink} on ${p.ground}: ${p.has.toFixed(2)} < ${p.least}`)
    expect(weak).toEqual([])
  })
}
