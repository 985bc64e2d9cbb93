/** Which wordings set another supplier, product or home-made means beside the offer? */
import type { Cue } from '#foundation/language/weigh-cues.ts'

const DOERS =
  '(?:team|department|workshop|it|people|staff|trainer|technicians?|engineers?|developers?|mechanics?|electricians?|accountant|bookkeeper|lawyers?|guy|man|lady|nephew|niece|son|daughter|brother(?:-in-law)?|sister(?:-in-law)?|father(?:-in-law)?|mother|cousin|friend|husband|wife|intern|student|secretary|assistant|caretaker|janitor)'

export const COMPETITOR_CUES = [
  {
    rule: 'competitor.rival-word',
    form: /\b(?:(?:your|a|another|the|one) (?:rival|competitors?|competition)|alternatives?|competing|other (?:vendors?|providers?|suppliers?|offers?|quotes?|bidders?|compan(?:y|ies)))\b/,
    prior: 1.2,
  },
  {
    rule: 'competitor.name-offers',
    form: /\b(?:quoted?s?|offered|offers?|offering|bid|tendered|charges?|charged|proposed|promised|pitched|rang|called us|wanted|asks for|came in at|is (?:cheaper|quieter|faster|better|offering|asking))\b/,
    prior: 1.2,
  },
  {
    rule: 'competitor.looked-at',
    form: /\b(?:(?:also|already|did|have|had|have been|been) (?:\w+ )?(?:look(?:ing|ed)? at|see|seen|saw|tr(?:y|ied|ying)|test(?:ed|ing)?|demo(?:ed)?|in talks|compar\w+|evaluat\w+|consider\w*|us(?:e|ed|ing))|looked at|had a demo|demo (?:of|with|from)|compared (?:to|with)|versus|vs\.?|instead of|switch(?:ed|ing)? (?:from|to)|mov(?:ed|ing) (?:from|to)|com(?:e|ing) from|go with|went with|tempted by|prefers?|shortlist\w*)\b/,
    prior: 1.2,
  },
  {
    rule: 'competitor.better-worse',
    form: /\b(?:better|worse|cheaper|quieter|faster|slower|slick|nicer|easier|more (?:expensive|modern|reliable)|less (?:expensive|noisy)|than (?:yours|you|them|theirs|ours)|crash\w*|dead|died|failed|let us down|hopeless|useless|waiting time)\b/,
    prior: 0.7,
  },
  {
    rule: 'competitor.incumbent',
    form: /\b(?:current|existing|present|incumbent|local|different|previous|old|own|in-house|inhouse|internal|home-?grown|home-?made|self-?made|regular|usual)(?:ly)? (?:\w+ ){0,2}?(?:provider|supplier|vendor|system|tools?|software|solution|set-?up|contractor|partner|platform|agency|carrier|pharmacy|bank|insurer|insurance|program|app|database|machine|manufacturer|dealer|firm|company|service|plan|doctor|physician|lab|caterer|installer|broker|integrator|trainer|surveyor)s?\b/,
    prior: 2.7,
  },
  {
    rule: 'competitor.with-provider',
    form: /\b(?:we(?:'re| are| have been|'ve been)|i(?:'m| am|'ve been| have been)) (?:currently |still |already |now )?(?:with|at|using|on|customers? of|under contract)\b|\b(?:we|i) (?:currently |still |already |now |always |usually )*(?:work with|buy (?:it |them |that |everything |our [\w-]+ )?(?:from|at)|order (?:it |them |that |everything |our [\w-]+ )?(?:from|at)|get (?:it|them|this|that|our [\w-]+) (?:from|at|done by)|rent from|lease from|go to)\b|\b(?:is|are|gets?) (?:done|made|handled|supplied|served|cleaned|printed|delivered|managed) by\b/,
    prior: 2.2,
  },
  {
    rule: 'competitor.using',
    form: /\b(?:(?:we|i|they|he|she|it) (?:mainly |currently |still |just |all |only |simply |also |already |mostly )*(?:uses?|using|run|works? with|rely on|do(?:es)? (?:it|that|this|everything) (?:in|with|on|by)|keeps? (?:it|them|everything|the|all)|manages? (?:it|them|everything|this) (?:in|with|on)|tracks? (?:it|them|everything)|work out|have (?:a|an|our own|it in))|right now|at the moment|today we|currently|so far)\b/,
    prior: 0.8,
  },
  {
    rule: 'competitor.means',
    form: /\b(?:excel|spread ?sheets?|google (?:sheets?|docs?|forms?)|white ?boards?|(?:magnetic|planning|pin|cork|wall|magnet) ?boards?|black ?board|magnets?|notebooks?|notepads?|diar(?:y|ies)|paper (?:lists?|forms?|calendar|book|cards?|files?)|index cards|sticky notes|post-?its|wall (?:chart|planner|calendar)|clipboards?|access (?:database|db)|whatsapp groups?|shared (?:drive|folder|calendar|mailbox|inbox)|own sheet|own script|macros?|ring binders?|card index|log ?book|ledger|calendar on the wall|in (?:his|her|my|their) heads?|pen and paper|word (?:documents?|templates?|files?)|outlook calendar)\b/,
    prior: 2.2,
  },
  {
    rule: 'competitor.doer',
    form: new RegExp(
      `\\b(?:our|my|the|an?|his|her|their)(?: own)? (?:[\\w']+ )?${DOERS}\\b.{0,30}\\b(?:does|do|makes?|builds?|built|handles?|repairs?|fixes|looks? after|takes? care|comes|has|wrote|programmed|charges)\\b`,
    ),
    prior: 2.6,
  },
  {
    rule: 'competitor.do-ourselves',
    form: /\b(?:(?:do|does|did|make|build|built|handle|manage|fix|repair|run|wrote|write|develop\w*|program\w*) (?:it|that|this|them|everything|most of it|all of (?:it|that)) (?:ourselves|ourself|myself|himself|herself|themselves|in-?house|internally|on (?:our|my) own)|in-?house|ourselves|in the house|home-?grown)\b/,
    prior: 2.4,
  },
  {
    rule: 'competitor.pays-other',
    form: /\bwe pay (?:the|our|a|him|her|them)\b|\bpay (?:the )?(?:agency|freelancers?)\b/,
    prior: 0.8,
  },
  {
    rule: 'competitor.integration',
    form: /\b(?:integrat\w+|connect(?:s|ed|ing|ion)?|interface|api|import(?:s|ed)?|export(?:s|ed)?|into|sync\w*|feeds?|hooks? (?:in|up)|plug|archive|filed|login|single sign|works? (?:together )?with)\b/,
    prior: -1.5,
  },
  {
    rule: 'competitor.vague',
    form: /\b(?:several|many|some|few|various|multiple|other|different) (?:systems|platforms|tools|vendors|providers|suppliers|companies|brands|places)\b/,
    prior: -1,
  },
  {
    rule: 'competitor.wish',
    form: /\b(?:need|want|looking for|would like|should|must|can you|could you|do you|does it)\b/,
    prior: -0.7,
  },
  { rule: 'competitor.bought-once', form: /\b(?:bought|purchased|ordered)\b/, prior: -0.5 },
  {
    rule: 'competitor.compared',
    form: /\b(?:compar(?:e|es|ed|ing) (?:you|it|this|that|them|your \w+)? ?(?:with|to|against)|(?:gave|sent|made) (?:us|me) (?:a|an|the|their) (?:price|quote|offer|bid)|(?:told|assured|promised) us (?:they|that)|have (?:a|an|another) (?:quote|offer|proposal) from|is from|comes from|made by|before (?:that|then) we (?:used|had)|we used (?:to use|to have)?|used to (?:use|have|work with|be with)|shortlist|in the running|bidding)\b/,
    prior: 1,
  },
  {
    rule: 'competitor.also-talks',
    form: /\b(?:also|already|did|still|even) (?:\w+ )?(?:talk(?:ing|ed)?|speak(?:ing)?|spoke|in talks|negotiat\w+|in contact) (?:to|with)\b|\b(?:talking|speaking|in talks) (?:to|with) (?:another|other|two|three|several)\b/,
    prior: 1.2,
  },
  {
    rule: 'competitor.means-in-use',
    form: /\b(?:use[sd]?|using|keeps?|kept|do(?:es)?|did|manages?|runs?|tracks?|plans?|works?|maintains?|is|are|done|everything|all|still|goes|stands?) .{0,48}\b(?:excel|spread ?sheets?|google (?:sheets?|docs?)|white ?boards?|boards?|notebooks?|diar(?:y|ies)|paper|cards?|sticky notes|post-?its?|whatsapp|calendar|access|word|outlook|binders?|heads?)\b/,
    prior: 1.4,
  },
] as const satisfies readonly Cue[]
