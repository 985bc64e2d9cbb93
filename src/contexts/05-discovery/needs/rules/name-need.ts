/** How is a need called in one short line, what is it about, and how badly is it wanted? */
import type { NeedCategory, NeedPriority } from '#conversation/evidence/rules/evidence-span.ts'

/** Words that tell a category. Each hit counts one; ties go to the earlier line: particular subjects before general ones. */
const CATEGORY_WORDS = [
  {
    category: 'compliance',
    form: /\b(?:complian\w+|audits?|auditors?|regulat\w+|law|legal(?:ly)?|gdpr|iso ?\d*|certif\w+|permits?|inspect(?:ion|or)s?|authorit(?:y|ies)|fined?|notifiable|prescribed|eidas|signature|hygiene|safety|standards?|works council|licen[cs]e|traceab\w+|retention)\b/g,
  },
  {
    category: 'security',
    form: /\b(?:secur\w+|passwords?|privacy|breach\w*|hack\w*|encrypt\w+|access rights?|permissions?|confidential\w*|data protection|sso|single sign-?on|two-factor|mfa|wlan|network|intrud\w+|theft|stolen|hidden|blurred|names of|who can see|phish\w*|sensitive)\b/g,
  },
  {
    category: 'timeline',
    form: /\b(?:deadline|by (?:the )?(?:end|mid|middle|start|beginning|\d{1,2}|20\d\d|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|monday|tuesday|wednesday|thursday|friday|easter|christmas|summer|spring|autumn|winter|next)|before (?:the )?(?:end|\d|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|easter|christmas|summer|season|half term|thirty)|go(?:es)? live|live before|asap|as soon as|soon|spent by|first week|in time|ready for)\b/g,
  },
  {
    category: 'cost',
    form: /\b(?:costs?|budget|price[sd]?|pricing|pay(?:ing)?|money|expensive|afford\w*|cheap\w*|fees?|euros?|eur|dollars?|pounds?|usd|gbp|chf|discounts?|ceiling|spend(?:s|ing)?|per (?:unit|month|user|seat|year)|promotions?|savings?|overtime|refunds?|bills?)\b|[€$£]/g,
  },
  {
    category: 'contract',
    form: /\b(?:contract|terms?|payment terms?|notice|cancel(?:lation)?|clause|liab\w+|warrant\w+|(?:one|two|three|\d+)[- ]years?\b(?= |\.|$)|months? (?:would|contract|term)|commit\w*|lock|renewal|exit|insolven\w+|who pays)\b/g,
  },
  {
    category: 'integration',
    form: /\b(?:integrat\w+|interfaces?|connect\w*|api|sync\w*|import(?:s|ed)? (?:from|into)|export(?:s|ed)?|existing (?:systems?|software|tools?)|works? with our|into (?:the|our) (?:\w+ )?(?:system|program|software|archive|erp|crm|accounting|ledger|calendar)|sap|sage|datev|salesforce|hubspot|shopify|compatib\w+|platforms?|file every|multiple (?:systems|tools|platforms)|feed)\b/g,
  },
  {
    category: 'migration',
    form: /\b(?:migrat\w+|switch(?:ing)? over|switchover|transition|move (?:the|our|all|everything) (?:data|records|history)|old data|histor(?:y|ical) data|carry over|bring over|transfer (?:of|the|our))\b/g,
  },
  {
    category: 'training',
    form: /\b(?:train(?:ing|ed|er|ers)?|learn(?:ing)?|teach|courses?|webinars?|workshops?|show (?:them|us|people|everyone)|onboard\w*|new starters|explain(?:ed)? to (?:the )?(?:staff|team))\b/g,
  },
  {
    category: 'support',
    form: /\b(?:support|help ?desk|hotline|service (?:level|contract|technician)|on-?call|repairs?|spare parts?|response times?|responsiv\w+|customer service|phone from|answers? the phone|reach (?:you|somebody|someone|anybody)|get (?:any )?help|maintenance|technicians?|office hours|who do (?:we|i) call|get a response)\b/g,
  },
  {
    category: 'reporting',
    form: /\b(?:reports?|reporting|dashboards?|overview|statistics|figures|kpis?|clear view|one table|evaluat\w+|annual plan|analys[ei]s|monthly (?:list|table|numbers)|statements?|charts?|insight|visib\w+)\b/g,
  },
  {
    category: 'automation',
    form: /\b(?:automat\w+|by hand|manual(?:ly)?|re-?typ\w+|copy(?:ing)?|paste|spread ?sheets?|excel|one by one|by itself|without (?:a )?(?:guard|human|anybody)|hours (?:each|every|a|per) (?:week|day|month)|reconcil\w+|magnets?|forward(?:ing)? (?:them|each)|inefficien\w+|remind\w*|paper\w*|retyping|typing)\b/g,
  },
  {
    category: 'data',
    form: /\b(?:data|records?|archives?|database|discrepanc\w+|backups?|duplicates?|consolidat\w+|deleted?|deletion|stored?|history|master data|accurate|notebook|sizes of)\b/g,
  },
  {
    category: 'reliability',
    form: /\b(?:crash\w*|fail\w*|down(?:time)?|outages?|reliab\w+|unreliab\w+|break(?:s|down)?|broke\w*|last(?:s|ed)?|hold(?:s)? up|durab\w+|quality|errors?|mistakes?|wrong|double[- ]charg\w+|accura\w+|per cent|stops?|stopped|dead|continue|offline|internet is gone|works? (?:every|each) time|crooked|leak\w*|gave up|compressor|corrected?|exact)\b/g,
  },
  {
    category: 'performance',
    form: /\b(?:slow\w*|fast\w*|quick\w*|speed|seconds?|minutes?|queues?|wait\w*|throughput|per hour|an hour|delays?|late|takes? (?:weeks|days|months|too long|ages|forever)|old and slow|capacity|within \d+|forever|ages|weeks for|days for)\b/g,
  },
  {
    category: 'scalability',
    form: /\b(?:grow\w*|scal\w+|expand\w*|more (?:users|sites|people|customers|branches)|new (?:sites?|branch(?:es)?|locations?)|sites|increased load|double|peak|season\w*|seats)\b/g,
  },
  {
    category: 'deployment',
    form: /\b(?:install\w*|deploy\w*|roll-?out|pilot|set-?up|on[- ]?premises?|hosted|hosting|cloud|downtime|site|space|door|room|connection|metres?|meters?|fits?|floor|window|fit through|cable|lift|stairs|steps|access road|ceiling is|disrupt\w*|implementation|phase)\b/g,
  },
  {
    category: 'usability',
    form: /\b(?:easy|easier|simple|simply|user[- ]friendly|intuitive|clicks?|touch ?screens?|smartphones?|phone|app|language|polish|english|screen|older|seventy|elderly|gloves|font|confus\w+|complicated|sizes?|sizing|fit(?:s|ting)?|hassle|returns?|comfortable|without (?:coming|a smartphone|training)|learning curve)\b/g,
  },
] as const satisfies readonly { category: NeedCategory; form: RegExp }[]

/** The subject of a need; functionality when no word tells. */
export function categorizeNeed(plain: string): NeedCategory {
  let best: NeedCategory = 'functionality'
  let most = 0
  for (const { category, form } of CATEGORY_WORDS) {
    const hits = plain.match(form)?.length ?? 0
    if (hits > most) {
      most = hits
      best = category
    }
  }
  return best
}

/** must unless the words soften it. Wishes "in an ideal world" and extras are could; questions and preferences are should. */
export function prioritizeNeed(plain: string, isQuestion: boolean): NeedPriority {
  if (
    /\b(?:must|has to|have to|need(?:s|ed)? to|crucial|essential|mandatory|required|law|non-negotiable|deal-?breaker|no exceptions?|full stop)\b/.test(
      plain,
    )
  )
    return 'must'
  if (
    /\b(?:in an ideal world|nice to have|bonus|maybe|perhaps|if (?:possible|you have (?:it|one|any))|not urgent|some day|one day|would be (?:a )?(?:plus|cool|lovely)|discounts?|promotions?|payment plans?)\b/.test(
      plain,
    )
  )
    return /\bif possible\b/.test(plain) ? 'should' : 'could'
  if (
    isQuestion ||
    /\b(?:would like|'d like|prefer\w*|ideally|should|would be (?:good|great|nice|ok|okay|fine|helpful)|hop(?:e|ing)|wish|rather|if you've got)\b/.test(
      plain,
    )
  )
    return 'should'
  return 'must'
}

/** What is cut from the front of a stated need, again and again until nothing more fits. */
const LEADS = [
  /^(?:and|but|so|or|also|well|ok|okay|yes|yeah|no|then|now|plus|because|which means|to be (?:honest|clear)|honestly|basically|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|from (?:my|our) side|for (?:me|us)|in addition|ideally|preferably|please|still|look|actually|obviously|right)\b[,:]?\s+/i,
  /^what (?:i|we)(?:['’]d|['’]m| would| am| are|['’]re| really)* (?:want|need|like|look for|looking for|expect|are after)(?: to have)?(?: is| it is)?(?: that)?\s+/i,
  /^(?:i|we|they|you|he|she|it|our \w+|the \w+|people|users|everyone|everybody|somebody)(?:['’](?:d|ll|re|ve|m|s))?(?: (?:also|really|mostly|mainly|just|definitely|still|would|will|do|only|both|all|am|are|is|was|been|be|have|has|urgently|currently|then|must|should|can|cannot|probably))* (?:need(?:s)? to (?:be|have|see|get)|need(?:s)? to ensure that|need(?:s)? to ensure|need(?:s)? to|need(?:s)?|want(?:s)? to (?:have|get|see)|want(?:s)? to|want(?:s)?|would like to have|like to have|like to|like|love to|love|prefer(?:s)? to|prefer(?:s)?|require(?:s)?|looking for|look for|searching for|expect|have to (?:have|be)|have to|has to be|has to|must be|must|got to be|got to)\s+(?:that\s+)?/i,
  /^(?:can|could|does|do|will|would|is|are) (?:you|it|the system|your \w+|they|we|there)(?: also| guys| ever| actually| be)*\s+/i,
  /^(?:it|this|that|there|they)(?:['’]s| is| are| has| have)?(?: really| also| just)* (?:must|has to|have to|should|needs to|got to)(?: also)?(?: be)?\s+/i,
  /^(?:is it possible|would it be possible|possible) to\s+/i,
  /^(?:an?|the|some|any|one)\s+/i,
] as const

const TEMPLATES: Readonly<Record<string, string>> = {
  'implicit.slow': 'shorter waiting and handling times',
  'implicit.breaks': 'dependable operation',
  'implicit.wrong': 'no errors and losses',
  'implicit.harm': 'protection against harm',
  'implicit.by-hand': 'no manual work',
  'implicit.time-cost': 'less time spent',
  'implicit.every': 'less recurring effort',
  'implicit.spend': 'lower running costs',
  'implicit.fear': 'assurance',
  'implicit.unsure': 'overview and certainty',
  'implicit.lack': 'what is lacking today',
  'implicit.growth': 'room to grow',
  'implicit.budget': 'a solution within a tight budget',
  'implicit.people': 'use by all of their people',
  'implicit.scattered': 'everything in one place',
  'implicit.depends': 'independence from one person or supplier',
} satisfies Record<string, string>

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,.;:!?-]+$/, '')

function shorten(text: string): string {
  const words = text.split(' ')
  return words.length <= 16 ? text : `${words.slice(0, 16).join(' ')} ...`
}

/** "We need to have all the sites in one report." -> "all the sites in one report". In the customer's words. */
export function nameExplicitNeed(quote: string): string {
  let name = tidy(quote)
  for (let round = 0; round < 4; round++) {
    const before = name
    for (const lead of LEADS) {
      const cut = name.replace(lead, '')
      if (cut.split(' ').length >= 2 && cut !== name) name = cut
    }
    if (name === before) break
  }
  const small = /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
  return shorten(tidy(small)) || tidy(quote)
}

/** "no manual work: forwarding them one by one": what follows from the situation, and the situation in the customer's words. */
export function nameImplicitNeed(quote: string, rule: string): string {
  const situation = shorten(
    nameExplicitNeed(quote).replace(/^(?:i|we|they)(?:['’](?:m|re|ve|d|ll))?(?: am| are| have| had| was| were)?\s+/i, ''),
  )
  const lead = TEMPLATES[rule] ?? 'a remedy for'
  return `${lead}: ${situation}`
}
