/** Which domains give mailboxes to everybody? (the list of the freemail package, read once when first asked) */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Late or large providers that the list does not name.
const also = (
  'proton.me pm.me hey.com icloud.com me.com mac.com fastmail.com duck.com outlook.com gmx.ch sfr.fr shaw.ca ' +
  'telus.net telenet.be skynet.be vodafone.de kabelmail.de bluewin.ch sunrise.ch hispeed.ch startmail.com ' +
  'talktalk.net virginmedia.com ntlworld.com mailbox.org posteo.de posteo.net tutanota.com tutanota.de tuta.com ' +
  'tuta.io btinternet.com email.de magenta.de mail.de eclipso.de citromail.hu azet.sk zoznam.sk volny.cz'
).split(' ')
const state: { known: Set<string> | null } = { known: null }

function load(): Set<string> {
  const path = createRequire(import.meta.url).resolve('freemail/data/free.txt')
  return new Set([
    ...readFileSync(path, 'utf8')
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean),
    ...also,
  ])
}

/** Whether a registered domain belongs to a provider of free mailboxes, so that it names no company. */
export function isFreeMail(domain: string): boolean {
  state.known ??= load()
  return state.known.has(domain)
}
