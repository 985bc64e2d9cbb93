/** Who in a conversation sells and who buys? */

export type SpeakerSide = 'customer' | 'vendor'

/** A speaker or sender as the text names him. */
export type KnownSpeaker = { name: string; email?: string; said?: string }

export type SideHints = {
  /** Participants whose side is known. */
  known?: readonly { name: string; email?: string; side: SpeakerSide }[]
  /** The selling company's name or mail domain. */
  vendor?: string
  /** Mail domains of the own organisation: they sell. */
  ownDomains?: readonly string[]
}

/** A side for each speaker, in order, how sure it is, and why. */
export type GuessedSide = { side: SpeakerSide; sure: boolean; because: string }

const VENDOR_LABEL =
  /\b(?:sales|rep|representative|account (?:executive|manager)|ae|sdr|bdr|csm|vendor|seller|supplier|agent|consultant|advisor|presales|solutions? (?:engineer|architect)|host|interviewer)\b/i
const CUSTOMER_LABEL = /\b(?:customer|client|prospect|buyer|lead|caller|user|patient|member|shopper|tenant|guest|interviewee)\b/i
/** What sellers say: who they are, what they sell, what they ask. */
const SELLER_TALK =
  /\b(?:calling from|i'?m (?:with|from|a (?:sales|rep)|calling)|this is \w+ (?:from|with|calling)|thank(?:s| you) for (?:taking the time|your (?:time|interest|inquiry|enquiry))|our (?:product|platform|solution|software|service|offer|customers|clients|team|pricing|plans?|technicians?|engineers?)|we (?:offer|provide|can offer|have a range|support|help|work with)|i understand (?:that )?you|may i ask|can you tell me (?:more|a bit)|what (?:are you|do you|would you|kind|brings|challenges)|how (?:do you|many|would you|can i help|does that sound)|would (?:you like|that help|it help)|do you (?:need|want|have a budget)|send you (?:a|the|an|our) (?:proposal|quote|offer|demo|details|brochure|information)|per (?:user|month|seat)|discount|credit note|your (?:invoice|order|account|payment|renewal|contract|subscription)|your patience|please (?:find|sign)|at no charge|free trial|i hear you|great question|i completely understand|in the package|most (?:people|customers))\b/gi
/** What buyers say: what they lack, run and can pay. */
const BUYER_TALK =
  /\b(?:we (?:need|want|currently|use|have been|struggle|are looking|'re looking|pay|lose|must)|i(?:'m| am) (?:looking for|interested|worried|concerned|not sure)|i need|our (?:budget|current|old|existing|staff|warehouse|boss|board|cfo|people|nurses|drivers|guests|members)|how much|what(?:'s| is) the price|(?:do|does|can|could) (?:it|you|your \w+) (?:do|support|integrate|offer|handle|also)|too expensive|my (?:boss|manager|team|husband|wife)|your (?:product|price|pricing|company|service|system|software|offer|quote|inquiry form)|sign (?:it )?off|we'?ve (?:got|been|had|tried))\b/gi

const domainOf = (email: string | undefined) => email?.split('@')[1]?.toLowerCase()
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const count = (text: string, form: RegExp) => (text.match(form) ?? []).length

function sameSpeaker(a: { name: string; email?: string }, b: { name: string; email?: string }): boolean {
  if (a.email && b.email) return a.email.toLowerCase() === b.email.toLowerCase()
  return matchesName(a.name, b.name)
}

/** "Gil (Etiq)" is Gil Amsalem, "finn" is Finn Talbot, "Speckbacher Reinhold" is Reinhold Speckbacher. */
export function matchesName(label: string, name: string): boolean {
  const said = plain(label.replace(/\([^)]*\)/g, ''))
    .split(' ')
    .filter(Boolean)
  const full = plain(name).split(' ').filter(Boolean)
  return (
    said.length > 0 && said.every((word) => full.some((part) => part === word || (word.length === 1 && part.startsWith(word))))
  )
}

function fromHints(speaker: KnownSpeaker, hints: SideHints): GuessedSide | null {
  const known = hints.known?.find((participant) => sameSpeaker(speaker, participant))
  if (known) return { side: known.side, sure: true, because: 'given with the document' }
  const domain = domainOf(speaker.email)
  if (domain && hints.ownDomains?.some((own) => domain === own || domain.endsWith(`.${own}`)))
    return { side: 'vendor', sure: true, because: `${domain} is an own domain` }
  if (domain && hints.ownDomains && hints.ownDomains.length > 0)
    return { side: 'customer', sure: true, because: `${domain} is not an own domain` }
  const vendor = hints.vendor ? plain(hints.vendor) : ''
  if (vendor) {
    const company = plain(speaker.name)
    if (
      domain &&
      (domain === hints.vendor?.toLowerCase() ||
        domain.endsWith(`.${hints.vendor?.toLowerCase()}`) ||
        plain(domain).replace(/ /g, '').includes(vendor.replace(/ /g, '')))
    )
      return { side: 'vendor', sure: true, because: `${domain} belongs to the vendor named` }
    const brand = hints.vendor?.includes('.') ? plain(hints.vendor.split('.')[0] ?? '') : vendor
    if (brand !== '' && ` ${company} `.includes(` ${brand} `))
      return { side: 'vendor', sure: true, because: 'the name carries the vendor named' }
    if (domain) return { side: 'customer', sure: true, because: `${domain} is not the vendor named` }
  }
  return null
}

/**
 * A side for every speaker: from what is given, own domains, the vendor's name, labels such as "Sales Rep" or "Customer";
 * else a guess from how they talk, which says so (`sure: false`). At least one of two speakers is a customer.
 */
export function guessSides(speakers: readonly KnownSpeaker[], hints: SideHints = {}): GuessedSide[] {
  const sides = speakers.map((speaker): GuessedSide | null => {
    const hinted = fromHints(speaker, hints)
    if (hinted) return hinted
    if (VENDOR_LABEL.test(speaker.name) && !CUSTOMER_LABEL.test(speaker.name))
      return { side: 'vendor', sure: true, because: `the label "${speaker.name}"` }
    if (CUSTOMER_LABEL.test(speaker.name) && !VENDOR_LABEL.test(speaker.name))
      return { side: 'customer', sure: true, because: `the label "${speaker.name}"` }
    return null
  })
  if (sides.some((side) => side === null)) {
    // Three imagined signs of either keep a single one from deciding; whoever only listens is a little more likely the seller.
    const leans = speakers.map(({ said = '' }) =>
      said.trim() === '' ? 1.2 : (3 + count(said, SELLER_TALK)) / (3 + count(said, BUYER_TALK)),
    )
    const someoneSells = sides.some((side) => side?.side === 'vendor')
    const order = speakers
      .map((_, at) => at)
      .filter((at) => sides[at] === null)
      .sort((a, b) => (leans[b] ?? 0) - (leans[a] ?? 0) || (speakers[a]?.said ?? '').length - (speakers[b]?.said ?? '').length)
    const domains = new Map(order.map((at) => [at, domainOf(speakers[at]?.email)]))
    const seller = someoneSells || speakers.length < 2 ? undefined : order[0]
    for (const at of order) {
      const lean = leans[at] ?? 1
      const sameHouse = seller !== undefined && domains.get(at) !== undefined && domains.get(at) === domains.get(seller)
      const sells = at === seller || sameHouse || (lean >= 1.6 && speakers.length > 1)
      sides[at] = {
        side: sells ? 'vendor' : 'customer',
        sure: false,
        because: sells ? 'a guess: talks like a seller' : 'a guess: talks like a buyer',
      }
    }
  }
  return sides.map((side) => side ?? { side: 'customer', sure: false, because: 'a guess' })
}
