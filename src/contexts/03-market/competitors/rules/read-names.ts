/** Which names and home-made means in a clause could be an alternative to the offer? */
import type { Clause } from '#foundation/language/read-clauses.ts'

const NO_NAME = new Set(
  "i i'm i'll i'd i've the a an and but so or if when what who how why where which that this these those it its he she we they you my our your his her their there here yes no not ok okay well oh ah hm mm ja also then now please thanks thank dear hi hello hey kind best regards mr mrs ms dr prof herr frau madame sir monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter eur usd gbp chf euro euros gdpr iso eu uk us usa germany france spain italy netherlands belgium switzerland austria sweden norway denmark finland poland portugal greece ireland england scotland europe european english german french dutch spanish italian polish swedish norwegian danish american british london paris berlin madrid rome amsterdam vienna zurich munich hamburg lisbon dublin oslo stockholm copenhagen it hr ceo cfo cto coo vat pdf pdfs csv api sso sla erp crm roi kpi faq vr ai app web wlan wifi wi-fi iot qr sms e-mail email mail whatsapp instagram facebook google linkedin youtube teams zoom slack outlook excel word powerpoint art phd bsc msc ii iii iv q1 q2 q3 q4 re fwd fw aw wg ps pps nb cc bcc am pm morning afternoon evening great good perfect right sure fine lovely sorry let do does did is are was were can could will would should must have has had for from to in on at by with without of off up down out over after before since until because as than like just only even still always never nobody everyone everybody somebody someone something nothing everything one two three four five six seven eight nine ten half rate data protection identity payment training subject date budget internet uh um er erm hmm ach nee si oui non danke merci gracias hola hallo bonjour ciao cheers guys folks team".split(
    ' ',
  ),
)

/** Capitalised words in the clause that are no common word, no participant, no company of a participant. `known` holds lower-case words. */
export function readNames(
  text: string,
  clause: Clause,
  known: ReadonlySet<string>,
): { name: string; start: number; end: number }[] {
  const raw = text.slice(clause.start, clause.end)
  const names: { name: string; start: number; end: number }[] = []
  for (const found of raw.matchAll(/(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}&.+-]*(?:[ -]\p{Lu}[\p{L}\p{N}&+-]*)*/gu)) {
    const name = found[0].replace(/[.,]+$/, '')
    const words = name.toLowerCase().split(/[\s-]+/)
    const kept = words.filter((word) => !NO_NAME.has(word) && !known.has(word) && word.length > 1)
    if (kept.length === 0 || words.some((word) => known.has(word))) continue
    const lead = words.findIndex((word) => kept.includes(word))
    const trimmed = name
      .split(/[\s-]+/)
      .slice(lead)
      .join(' ')
    // The first word of a sentence is capitalised anyway: only a word with a strange shape or a second capital counts there.
    const opens = found.index === 0 && clause.start === clause.sentence.start && lead === 0
    if (
      opens &&
      !/\p{Lu}.*\p{Lu}|\d/u.test(trimmed) &&
      !/^(?:\s+(?:quoted|offered|offers|is|are|has|have|was|were|does|did|can|will|wants?|wanted|charges?|rang|called|gave|sent|says|said|'s)\b|,)/.test(
        raw.slice(found.index + name.length),
      )
    )
      continue
    names.push({ name: trimmed, start: clause.start + found.index, end: clause.start + found.index + name.length })
  }
  return names
}

/** Lower-case words of the participants' names, titles and mail domains: none of them is a rival. */
export function knownWords(participants: readonly { name: string; email?: string; title?: string }[]): Set<string> {
  const known = new Set<string>()
  for (const { name, email, title } of participants) {
    const domain = email?.split('@')[1]?.split('.').slice(0, -1).join(' ') ?? ''
    for (const word of `${name} ${title ?? ''} ${domain}`.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []) known.add(word)
  }
  return known
}
