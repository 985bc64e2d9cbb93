import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describeSettings, keepSecret, readSettings } from './settings.ts'

describe('settings', () => {
  it('need none: everything has a default', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({
      port: 4700,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databasePrepare: true,
      trustProxy: false,
      logLevel: 'info',
    })
    expect(isAbsolute(settings.dataFolder)).toBe(true)
  })

  it('are read from the environment; an empty one counts as left out', () => {
    const settings = readSettings({
      PORT: '8080',
      DATABASE_PREPARE: 'off',
      PUBLIC_URL: 'https://r.example.com/',
      SMTP_URL: '',
      DATABASE_URL: 'postgresql://u:p@h/db',
    })
    expect(settings).toMatchObject({
      port: 8080,
      databasePrepare: false,
      publicUrl: 'https://r.example.com',
      smtpUrl: undefined,
      databaseUrl: 'postgresql://u:p@h/db',
    })
  })

  it('that are wrong are all named at once, with what is wrong and the cure', () => {
    const read = () => readSettings({ PORT: '99999', TRUST_PROXY: 'yes', LOG_LEVEL: 'loud' })
    expect(read).toThrow(/3 settings are wrong/)
    expect(read).toThrow(
      /PORT must be between 0 and 65535 \(it is "99999"\)\.\n {4}Cure: set it like PORT=8080, or leave it out: 4700/,
    )
    expect(read).toThrow(/TRUST_PROXY must be on or off/)
    expect(read).toThrow(/LOG_LEVEL must be silent, error, warn, info or debug/)
  })

  it('never show a secret, not even a wrong one', () => {
    const read = () => readSettings({ DATABASE_URL: 'mysql://u:hunter2@h/db', RAPPORT_SECRET: 'hunter2' })
    expect(read).toThrow(/DATABASE_URL must be a URL that starts with postgres:\/\/ or postgresql:\/\//)
    expect(read).not.toThrow(/hunter2/)
  })

  it('are the ones in docs/settings.md (write it with: UPDATE_DOCS=1 npx vitest run settings)', () => {
    if (process.env.UPDATE_DOCS) writeFileSync('docs/settings.md', describeSettings())
    expect(readFileSync('docs/settings.md', 'utf8')).toBe(describeSettings())
  })
})

describe('the secret', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'rapport-secret-'))
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

  it('is made once, readable by its user alone, and stays the same', () => {
    const secret = keepSecret({ secret: undefined, dataFolder })
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600)
    expect(keepSecret({ secret: undefined, dataFolder })).toBe(secret)
  })

  it('of the settings goes first', () => {
    expect(keepSecret({ secret: 'x'.repeat(40), dataFolder })).toBe('x'.repeat(40))
  })
})
