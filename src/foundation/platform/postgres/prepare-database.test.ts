import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { askDoor, atDatabase, urlOf } from '#test/database/door.ts'
import { extensions, findTooOld, prepareServed, programRole, withClient } from './prepare-database.ts'

const door = await askDoor(inject('databaseDoor'))
// The program's role belongs to the whole cluster: other test files log in with the same password.
const password = 'rapport-test'
const made: string[] = []
const newName = () => {
  const name = `t_${door.run}_${randomBytes(4).toString('hex')}`
  made.push(name)
  return name
}
const url = (database: string) => urlOf(atDatabase(door.admin, database))

afterAll(() =>
  withClient(door.admin, async (client) => {
    for (const name of made) await client.query(`drop database if exists "${name}" with (force)`)
  }),
)

describe('a served PostgreSQL', () => {
  it('gets the database, the extensions and a role for the program that cannot get around row security', async () => {
    const name = newName()
    const access = await prepareServed({ url: url(name), password })
    const again = await prepareServed({ url: url(name), password })
    expect(again).toEqual(access)
    await withClient(access.owner, (client) =>
      client.query('create table made_later (id int); create schema queue; create table queue.job (id int)'),
    )
    await withClient(access.program, async (client) => {
      const { rows } = await client.query(
        'select current_user::text as me, rolsuper as super, rolbypassrls as bypass, rolcreaterole as roles from pg_roles where rolname = current_user',
      )
      expect(rows).toEqual([{ me: programRole, super: false, bypass: false, roles: false }])
      await client.query('insert into made_later values (1); insert into queue.job values (1)')
      await expect(client.query('create table mine (id int)')).rejects.toThrow(/permission denied/)
      const known = await client.query<{ extname: string }>('select extname from pg_extension')
      expect(known.rows.map(({ extname }) => extname)).toEqual(expect.arrayContaining([...extensions]))
    })
  })

  it('is also used with two roles that an administrator made', async () => {
    const name = newName()
    const first = await prepareServed({ url: url(name), password })
    const access = await prepareServed({ url: urlOf(first.program), ownerUrl: urlOf(first.owner), password: 'not used' })
    await withClient(access.owner, (client) => client.query('create table kept (id int)'))
    await withClient(access.program, (client) => client.query('insert into kept values (1)'))
  })

  it('is refused when the program would own the tables it should be kept from', async () => {
    const name = newName()
    await prepareServed({ url: url(name), password })
    await withClient({ connectionString: url(name) }, (client) => client.query('create table owned (id int)'))
    await expect(prepareServed({ url: url(name), ownerUrl: url(name), password })).rejects.toThrow(
      /(owns the table owned|is a superuser)[\s\S]*Cure:/,
    )
  })

  it.runIf(door.kind === 'served')('says what to run when its role may not make roles', async () => {
    const name = newName()
    const role = `limited_${randomBytes(3).toString('hex')}`
    await withClient(door.admin, async (client) => {
      await client.query(`create role ${role} login password 'x'; grant ${role} to current_user`)
      await client.query(`create database "${name}" owner ${role}`)
    })
    const limited = new URL(url(name))
    limited.username = role
    limited.password = 'x'
    await expect(prepareServed({ url: limited.href, password: 'a password that does not fit' })).rejects.toThrow(
      /Cure: run once as an administrator: {2}create role rapport_app/,
    )
    await withClient(door.admin, async (client) => {
      await client.query(`drop database "${name}" with (force)`)
      await client.query(`drop role ${role}`)
    })
  })
})

describe('the version of the server', () => {
  it('is 15 or newer, or the message says so', () => {
    expect(findTooOld(150_000)).toBeUndefined()
    expect(findTooOld(180_004)).toBeUndefined()
    expect(findTooOld(140_012)).toMatch(/version 14; Rapport needs 15 or newer[\s\S]*Cure:/)
  })
})
