import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { bytesOf, readArchive } from './read-archive.ts'
import { readTarHeader, writeTarHeader } from './tar-header.ts'
import { eachRow } from './verify-backup.ts'
import { openScale } from './weigh-rows.ts'
import { writeArchive } from './write-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the header of a part', () => {
  it('is read as it was written, for every name and size, beyond 8 GB too', () => {
    const name = fc.stringMatching(/^[a-z0-9_./-]{1,99}$/)
    fc.assert(
      fc.property(name, fc.maxSafeNat(), (name, byteCount) => {
        expect(readTarHeader(writeTarHeader({ name, byteCount }))).toEqual({ name, byteCount })
      }),
    )
  })

  it('is refused when any one bit of it is another', () => {
    const header = { name: 'tables/accounts/000001.gz', byteCount: 123_456 }
    for (let bit = 0; bit < 512 * 8; bit += 1) {
      const block = writeTarHeader(header)
      block[bit >> 3] = (block[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => readTarHeader(block)).toThrow(RangeError)
    }
  })
})

describe('an archive', () => {
  const contents = async (file: string) => {
    const found: [string, string][] = []
    for await (const part of readArchive(file)) found.push([part.name, (await bytesOf(part)).toString()])
    return found
  }

  it('has its name only when it is whole, is its user’s alone, and leaves nothing when it is given up', async () => {
    const file = join(folder, 'one.tar')
    const given = await writeArchive(join(folder, 'given-up.tar'))
    await given.add('a', Buffer.from('x'))
    await given.abandon()
    const archive = await writeArchive(file)
    await archive.add('a', Buffer.from('first'))
    await archive.addStream(
      'b',
      600,
      (async function* () {
        yield Buffer.alloc(600, 'b')
      })(),
    )
    expect(readdirSync(folder)).toEqual([`one.tar.partial-${process.pid}`])
    await archive.finish()
    expect(readdirSync(folder)).toEqual(['one.tar'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await contents(file)).toEqual([
      ['a', 'first'],
      ['b', 'b'.repeat(600)],
    ])
  })

  it('sweeps away what a killed program left half', async () => {
    writeFileSync(join(folder, 'old.tar.partial-4194999'), 'half')
    const archive = await writeArchive(join(folder, 'two.tar'))
    await archive.abandon()
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('says that it ends in the middle wherever it is cut, and that something follows it', async () => {
    const file = join(folder, 'cut.tar')
    const whole = readFileSync(join(folder, 'one.tar'))
    for (const length of [0, 100, 512, 700, 1024, 1600, whole.length - 1]) {
      writeFileSync(file, whole)
      truncateSync(file, length)
      await expect(contents(file)).rejects.toThrow(/is not a whole backup: it ends in the middle.\n {2}Cure:/)
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]))
    await expect(contents(file)).rejects.toThrow(/something follows its end/)
  })
})

describe('the scale', () => {
  const rowsOf = (rows: readonly Buffer[]) => {
    const scale = openScale()
    for (const row of rows) scale.add(row)
    return scale.sum()
  }
  const row = fc.string().map((text) => Buffer.from(`${text.replaceAll('\n', ' ')}\n`))

  it('weighs rows the same in any order, and otherwise when one is changed, missing or there twice', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), row, (rows, other) => {
        expect(rowsOf([...rows].reverse())).toBe(rowsOf(rows))
        expect(rowsOf([...rows, other])).not.toBe(rowsOf(rows))
        if (!rows[0]?.equals(other)) expect(rowsOf([other, ...rows.slice(1)])).not.toBe(rowsOf(rows))
      }),
    )
  })

  it('gets each row of a piece', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const found: Buffer[] = []
        expect(eachRow(Buffer.concat(rows), (bytes) => found.push(Buffer.from(bytes)))).toBe(rows.length)
        expect(found).toEqual(rows)
      }),
    )
  })
})
