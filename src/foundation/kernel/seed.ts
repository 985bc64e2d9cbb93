/** How is chance drawn so that the same seed gives the same world? (mulberry32, public domain, T. Ettinger) */

/** A stream of numbers in [0, 1) that depends on nothing but the seed. */
export function chance(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The 32-bit FNV-1a number of a text, for seeds made from names. */
export function seedOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** A number of bytes drawn from a stream. */
export const bytes = (draw: () => number, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => Math.floor(draw() * 256))
