/** What may the program's role do? Read and write rows, and nothing that would get it around row security. */
import pg from 'pg'

const quote = pg.escapeIdentifier

/** Gives the program's role rows, sequences and functions of everything the connected owner has made or will make. */
export async function grantToProgram(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database')
  const database = quote(rows[0]?.database ?? '')
  const to = quote(role)
  await client.query(`
    revoke create on schema public from public;
    revoke temporary on database ${database} from public;
    grant connect on database ${database} to ${to};
    grant usage on schema public to ${to};
    grant select, insert, update, delete on all tables in schema public to ${to};
    grant usage, select on all sequences in schema public to ${to};
    alter default privileges grant usage on schemas to ${to};
    alter default privileges grant select, insert, update, delete on tables to ${to};
    alter default privileges grant usage, select on sequences to ${to};
    alter default privileges grant execute on functions to ${to};`)
}

type Role = { readonly name: string; readonly super: boolean; readonly bypasses: boolean; readonly owned: string | null }

/**
 * Checks that the connected role is fit to be the program's, and answers its name.
 * @throws Error with the cure when it is superuser, bypasses row security, or owns a table
 */
export async function checkProgramRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Role>(`
    select rolname as name, rolsuper as super, rolbypassrls as bypasses,
      (select min(relname::text) from pg_class where relowner = r.oid and relkind in ('r', 'p')) as owned
    from pg_roles r where rolname = current_user`)
  const role = rows[0]
  if (!role) throw new Error('The role of DATABASE_URL is not among the roles of the server.')
  const wrong = role.super
    ? 'is a superuser'
    : role.bypasses
      ? 'bypasses row security'
      : role.owned === null
        ? undefined
        : `owns the table ${role.owned}`
  if (wrong === undefined) return role.name
  throw new Error(
    `The role ${role.name} ${wrong}, so row security would not keep workspaces apart.\n` +
      '  Cure: with DATABASE_OWNER_URL set, DATABASE_URL must name a role made by:  create role rapport_app login nobypassrls password ...;',
  )
}
