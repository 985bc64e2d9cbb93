/** What is a person called, when a mail header says it badly or not at all? */

const clean = (name: string): string =>
  name
    .replace(/(?:\s+via\b.*|\s+\([^()]*\)|\s*\[[^\]]*\])\s*$/i, '')
    .replace(/^["'“”‘’\s]+|["'“”‘’\s,;]+$/g, '')
    .replace(/\s+/g, ' ')

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** "ana.lopez-ruiz@acme.com" is "Ana Lopez-Ruiz"; one word stays one ("Alopez"). */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@'))).replace(/\+.*$/, '')
  const words = local
    .split(/[._]+/)
    .map((w) => w.replace(/\d+$/, ''))
    .filter(Boolean)
  const named = words.map((w) => w.split('-').map(title).join('-')).join(' ')
  return (named || email || 'Unknown').slice(0, 200)
}

/**
 * The name to keep for somebody: "LOPEZ, ANA" is "Ana Lopez"; a name that is empty or only repeats the address is read from the address.
 * At most 200 characters, never empty.
 */
export function namePerson(name: string, email: string | null): string {
  const given = clean(name)
  if (!given || given.includes('@')) return email ? nameFromEmail(email) : given || 'Unknown'
  const turned = /^([^,]+),\s*([^,]+)$/.exec(given)
  const ordered =
    turned && !/^(?:jr|sr|ii|iii|phd|md|mba|esq|inc|ltd|llc|gmbh)\.?$/i.test(turned[2] ?? '')
      ? `${turned[2]} ${turned[1]}`
      : given
  const quiet =
    /\p{Lu}/u.test(ordered) && ordered === ordered.toUpperCase() && ordered.replace(/[^\p{L}]/gu, '').length > 4
      ? ordered
          .toLowerCase()
          .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
      : ordered
  return quiet.slice(0, 200)
}

/** Whether a name was only guessed from the address, so that a better one may take its place. */
export const isGuessedName = (name: string, email: string | null): boolean => email !== null && name === nameFromEmail(email)
