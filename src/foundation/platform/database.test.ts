import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database/with-database.ts'

const { database, owner } = await freshDatabase({ migrated: false })
const acme = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'

type Rows = { note: { workspaceId: string; id: number; text: string } }

await owner.query(`
  create table note (workspace_id uuid not null, id int8 not null, text text not null, primary key (workspace_id, id));
  alter table note enable row level security;
  create policy by_workspace on note using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
  create table secret_of_owner (id int)`)

describe('a transaction in one workspace', () => {
  it('sees and writes the rows of that workspace alone', async () => {
    await database.inWorkspace(acme, (db) =>
      db.withTables<Rows>().insertInto('note').values({ workspaceId: acme, id: 1, text: 'ours' }).execute(),
    )
    const theirs = await database.inWorkspace(other, (db) => db.withTables<Rows>().selectFrom('note').selectAll().execute())
    expect(theirs).toEqual([])
    const ours = await database.inWorkspace(acme, (db) => db.withTables<Rows>().selectFrom('note').selectAll().execute())
    expect(ours).toEqual([{ workspaceId: acme, id: 1, text: 'ours' }])
    await expect(
      database.inWorkspace(other, (db) =>
        db.withTables<Rows>().insertInto('note').values({ workspaceId: acme, id: 2, text: 'x' }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  it('leaves no workspace behind on the connection', async () => {
    await database.inWorkspace(acme, async () => {})
    const { rows } = await sql`select * from note`.execute(database.global)
    expect(rows).toEqual([])
  })

  it('is taken back when it throws', async () => {
    await expect(
      database.inWorkspace(acme, async (db) => {
        await db.withTables<Rows>().insertInto('note').values({ workspaceId: acme, id: 9, text: 'x' }).execute()
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect((await owner.query('select 1 from note where id = 9')).rowCount).toBe(0)
  })

  it('that only reads answers early, and gives its connection back; one that wrote after all has kept it when it answers', async () => {
    const count = () => sql<{ n: number }>`select count(*) n from note where id between 40 and 60`
    for (let id = 40; id <= 60; id++) {
      const read = await database.inWorkspace(acme, (db) => count().execute(db), { answersEarly: true })
      expect(read.rows[0]?.n).toBe(id - 40)
      await database.inWorkspace(
        acme,
        (db) => db.withTables<Rows>().insertInto('note').values({ workspaceId: acme, id, text: 'kept' }).execute(),
        { answersEarly: true },
      )
      expect((await owner.query('select 1 from note where id = $1', [id])).rowCount).toBe(1)
    }
    await expect.poll(() => database.pool.idleCount).toBe(database.pool.totalCount)
  })

  it('refuses what is not an id before anything reaches SQL', async () => {
    await expect(database.inWorkspace("x'; drop table note; --", async () => {})).rejects.toThrow(TypeError)
  })

  it('runs again when it was the victim of a deadlock', async () => {
    await owner.query("insert into note values ($1, 21, 'a'), ($1, 22, 'b')", [acme])
    const touch = (first: number, second: number) =>
      database.inWorkspace(acme, async (db) => {
        const set = (id: number) =>
          db
            .withTables<Rows>()
            .updateTable('note')
            .set({ text: `t${first}` })
            .where('id', '=', id)
            .execute()
        await set(first)
        await new Promise((resolve) => setTimeout(resolve, 100))
        await set(second)
      })
    await expect(Promise.all([touch(21, 22), touch(22, 21)])).resolves.toBeDefined()
  })

  it('fails alone when its connection breaks between two statements; the program and its next transaction live', async () => {
    const reached: unknown[] = []
    const broken = database.inWorkspace(acme, async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
      const ended = await database.pool.query('select pg_terminate_backend($1) as ended', [rows[0]?.pid])
      reached.push(ended.rows[0])
      await new Promise((resolve) => setTimeout(resolve, 200))
      await sql`select 1`.execute(db)
    })
    await expect(broken).rejects.toThrow(/not queryable|terminat/)
    expect(reached).toEqual([{ ended: true }])
    await expect(database.inWorkspace(acme, async () => 'alive')).resolves.toBe('alive')
  })

  it('stops a statement that takes too long', async () => {
    await expect(database.inWorkspace(acme, (db) => sql`select pg_sleep(5)`.execute(db), { timeoutMs: 50 })).rejects.toThrow(
      /statement timeout/,
    )
  })
})

describe('the role of the program', () => {
  it('owns nothing, makes nothing, and cannot switch row security off', async () => {
    const { rows } = await sql<{
      super: boolean
      bypass: boolean
    }>`select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`.execute(database.global)
    expect(rows).toEqual([{ super: false, bypass: false }])
    await expect(sql`create table mine (id int)`.execute(database.global)).rejects.toThrow(/permission denied/)
    await expect(sql`alter table note disable row level security`.execute(database.global)).rejects.toThrow(/must be owner/)
  })
})

describe('values', () => {
  it('come as ISO texts, days, exact numbers and exact decimals, in lists too', async () => {
    const { rows } = await sql`
      select timestamptz '2026-03-29 02:30:00.25+02' as moment, date '2026-02-28' as day, 9007199254740991::int8 as whole, 12345678901234567890.10::numeric as exact,
        array[date '2026-01-01', null] as days, array[1::int8] as wholes, jsonb_build_object('snake_case', 1) as json_value, 'naïve €'::text as text`.execute(
      database.global,
    )
    expect(rows).toEqual([
      {
        moment: '2026-03-29T00:30:00.250Z',
        day: '2026-02-28',
        whole: 9007199254740991,
        exact: '12345678901234567890.10',
        days: ['2026-01-01', null],
        wholes: [1],
        jsonValue: { snake_case: 1 },
        text: 'naïve €',
      },
    ])
    await expect(sql`select 9007199254740993::int8 as whole`.execute(database.global)).rejects.toThrow(RangeError)
  })
})
