/** Which wordings resist buying, moving on, or a term, and of which type is the resistance? */
import type { ObjectionType } from '#conversation/evidence/rules/evidence-span.ts'
import type { Cue } from '#foundation/language/weigh-cues.ts'

/** A cue that speaks for resistance; `type` where the wording itself says which. */
export type ObjectionCue = Cue & { type?: ObjectionType }

export const OBJECTION_CUES = [
  {
    rule: 'objection.concerned',
    form: /\b(?:concern(?:ed|s)?|worr(?:y|ied|ies)|hesita\w+|reluctant|skeptic\w*|sceptic\w*|cautious|wary|nervous|afraid|uneasy|uncomfortable|doubt\w*|on the fence|leap of faith|apprehensive|reservations?|not (?:entirely |quite |fully |really |so )*(?:sure|convinced|certain|comfortable|keen|happy|there yet)|unsure|unconvinced)\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.problem-with-offer',
    form: /\b(?:(?:my|our|the|one|main|only|biggest) (?:\w+ )?(?:issue|problem|hesitation|objection|sticking point|hang-?up) (?:is|with|here)|(?:have|see|has) (?:a|an|also a|one) (?:problem|issue) with|what (?:worries|bothers|concerns|puts me off)|i (?:don't|do not) (?:see|like|buy|believe)|don't feel|put(?:s)? (?:me|us) off)\b/,
    prior: 1.8,
  },
  {
    rule: 'objection.price',
    type: 'price',
    form: /\b(?:too (?:expensive|much|high|pricey|steep|dear)|expensive|pric(?:e)?y|steep|(?:a )?(?:lot|load) of money|quite a (?:lot|bit) of money|more than (?:i|we) (?:can|expected|thought|pay|wanted)|over (?:our|the|my) budget|out of (?:our|my) (?:budget|range|league)|not (?:competitive|in the budget|worth)|worth (?:the|it|that)|cheaper|can't (?:afford|justify|defend)|cannot (?:afford|justify|defend)|twice (?:the|what|as much)|double (?:the|what)|for that (?:money|price)|sticker shock|ouch|more money|still above|highway robbery|rip-?off|price (?:increase|tag|is (?:high|too|a|the))|costs? (?:is|are|was) (?:\w+ )?(?:a |an |another )?(?:factor|concern|issue|problem|high|too)|about the (?:cost|price|pricing|fee|rate)s?|(?:the|your|concerned about|worried about|cautious about) (?:\w+ )?(?:costs?|pricing|fees?)|tight budget|budget is (?:always |a |tight|limited|frozen|gone)|that's (?:two|three|\w+) (?:salar\w+|months|years))\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.contract',
    type: 'contract',
    form: /\b(?:(?:\d+|two|three|four|five|six|twelve|thirty-six|sixty|twenty-four) (?:months?|years?)\b.{0,24}\b(?:too long|long|commit|lock\w*|no|never|not)|too long|lock(?:ed)?[- ]?in|tied (?:in|down|up)|commit (?:to|ourselves|for)|long[- ]term (?:contract|commitment)|minimum term|notice period|auto(?:matic)?[- ]?renew\w*|not (?:doing|signing|taking) (?:two|three|four|five|\d|a)\b|liabilit\w+|who pays|penalty clause|(?:your|the) (?:terms|contract|clause|agb)|(?:if|when) you (?:go under|go bust|close|stop)|cancell?ation|indemn\w+|prepay\w*|up ?front|same rate|exclusivity)\b/,
    prior: 2.0,
  },
  {
    rule: 'objection.timing',
    type: 'timing',
    form: /\b(?:not (?:now|yet|right now|this (?:year|quarter|month|season)|before|until|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|the right time|at the moment|for now)|no time|bad time|wrong time|too (?:early|soon|busy|late)|next (?:year|quarter|season|budget)|later (?:this|in) |think (?:it|about it|this|that)? ?(?:over|about)|sleep on it|hold off|wait (?:until|till|and see|a bit|for)|postpone|put (?:it|this|that) off|on (?:ice|hold)|come back (?:to (?:it|this|us)|later|next)|other priorit\w+|too many projects|after the (?:season|summer|audit|holidays|harvest|elections?)|full plate|rush(?:ed|ing)? (?:into|this)|need (?:some |more )?time to)\b/,
    prior: 2.0,
  },
  {
    rule: 'objection.authority',
    type: 'authority',
    form: /\b(?:(?:can't|cannot|can not|couldn't|not able to) (?:decide|sign|commit|promise|order|approve|say yes|give you (?:a|an) (?:answer|yes)|recommend)|(?:have|need|'ll have|'d have|would have|must|want) to (?:ask|check with|run (?:it|this|that) (?:by|past)|discuss (?:it|this|that)? ?with|talk (?:it|this|that)? ?(?:to|with|over)|consult|convince|explain (?:it|this|that) to|get (?:approval|sign-?off|the (?:ok|go)|permission)|take (?:it|this|that) (?:back|to)|clear (?:it|this|that))|not (?:my|our|up to me|mine to|mine|the one who) ?(?:decision|call)?|above my|sign-?off|needs? (?:approval|to approve|the (?:board|committee|council)'?s?)|take (?:it|this|that) (?:back )?to (?:the|my|our)|(?:board|boss|committee|council|owner|cfo|ceo|husband|wife|partner|director|trustees|headquarters|head office|procurement) (?:has|have|will|would|must|needs|decides|wants|won't|says)|recommend to the)\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.no-need',
    type: 'no-need',
    form: /\b(?:(?:don't|do not|doesn't|won't|wouldn't|didn't) (?:really |actually |even )?(?:need|want|use|require|see the (?:point|need|value|benefit))|no (?:need|use|interest) |not (?:interested|necessary|needed|required|using it|for us|for me|our thing|relevant)|(?:can|could|will|would|'ll|please|rather) (?:skip|leave (?:it |that |this |the [\w-]+ )?out|drop|strike|remove|delete|do without|live without)|strike out|bin (?:it|them|that)|take (?:it|that|this|them) (?:off|out)|leave (?:that|it|them|this|the \w+) (?:off|out)|without the|we (?:already )?have (?:that|our own|an own|one already|someone|somebody)|already have|no use (?:to|for)|waste of|doesn't (?:suit|help)|not what (?:i|we)|gimmick|do(?:es)? that (?:ourselves|already)|no thanks?)\b/,
    unless: /\bdon't want to (?:feel|lose|risk|go through|wait|have to|deal)\b|\bdo i need\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.trust',
    type: 'trust',
    form: /\b(?:how (?:do|can|would) (?:i|we) know|how (?:accurate|reliable|sure|good|long (?:have|are|will) you)|what (?:if|happens (?:if|when)|guarantees?|about)|prove|proof|guarantee|too good to be true|heard (?:that )?before|sounds (?:too )?good|never heard of|misleading|marketing|(?:bad|poor) experiences?|(?:got|been|were|was) burn(?:ed|t)|burn(?:ed|t) (?:before|once)|been (?:burned|burnt|promised)|promised? (?:us )?(?:the same|that)|insolven\w+|still (?:exist|be (?:there|around|alive))|small company|start-?up|only (?:\w+ )?(?:customers|employees)|references?|not sure (?:about (?:the quality|that|this|it)|how|if|it)|is it (?:really|true)|didn't (?:hold up|fit|work|last)|hold(?:s)? up|really (?:works?|warm|true|as)|trust|unfamiliar|don't (?:believe|trust)|hope so|we'll see|i've heard that)\b/,
    prior: 1.4,
  },
  {
    rule: 'objection.status-quo',
    type: 'status-quo',
    form: /\b(?:(?:happy|satisfied|fine|content|comfortable) with (?:what|our|my|the|how|it|them)|works? (?:fine|well enough|for us|ok|okay)|if it (?:ain't|isn't|is not) broke|always (?:done|been|worked|had|used)|never had (?:a|any) (?:problem|issue|complaint)|(?:been|done|have been|'ve been) (?:with|using|doing|us) .{0,40}\b(?:for years|years|decades|ages|long time)|what's wrong with|used to (?:it|the|our)|know (?:them|the people|him|her)|no reason to (?:change|switch)|why (?:should|would) (?:we|i) (?:change|switch)|stick(?:ing)? with|stay(?:ing)? with|good enough|that stays|leave it as it is|used it for)\b/,
    prior: 2.6,
  },
  {
    rule: 'objection.competitor',
    type: 'competitor',
    form: /\b(?:(?:quoted?|offers?|offered|offering|charges?|gave) (?:us |me )?(?:\d|€|\$|£|a better|less|the (?:same|first)|it|that|cheaper|for)|(?:another|other|your) (?:vendors?|suppliers?|providers?|competitors?|compan(?:y|ies)|quotes?|offers?)|(?:go|going|gone|went) with (?:the|them|\w+ instead|another|someone)|better offer|cheaper (?:offer|quote|one)|for (?:nothing|free|half)|elsewhere|compar(?:e|ing|ed) (?:you|it|this|prices|offers)|quote from|offer from|(?:could|can) (?:just )?(?:buy|do|build|get) (?:it|that|one) (?:ourselves|myself|in-house|cheaper|online))\b/,
    prior: 2.0,
  },
  {
    rule: 'objection.complexity',
    type: 'complexity',
    form: /\b(?:implementation|transition|switch-?over|switching|migrat\w+|change-?over|roll-?out|disrupt\w*|learning curve|downtime|compatib\w+|integrat\w+|too (?:complex|complicated|technical|difficult)|complicated|steep learning|retrain\w*|train (?:everyone|everybody|all)|set(?:ting)?[- ]?up|effort|resources|hassle|time (?:it would take|to implement)|so much work|move everything|good luck|it department|(?:our|the) (?:staff|people|team) (?:won't|will never|will hate))\b/,
    prior: 0.5,
  },
  {
    rule: 'objection.security',
    type: 'security',
    form: /\b(?:data (?:security|protection|privacy)|gdpr|cloud act|us (?:disclosure|law|company|cloud|provider)|where (?:is|are) (?:the|our) (?:data|servers)|who (?:can|has) (?:see|access)|hack\w*|breach\w*|leak\w*|privacy|not (?:in|into) the cloud|outside (?:the )?(?:eu|country)|disclosure|surveillance|sensitive (?:data|information)|access to our)\b/,
    prior: 0.3,
  },
  {
    rule: 'objection.refuse',
    form: /\b(?:(?:i|we)(?:'m| am|'re| are)? (?:not (?:having|doing|going|paying|signing|taking|buying|putting)|won't|will not|can not|cannot|can't|refuse)|no way|not going to|never (?:again|going)|out of the question|i'd rather not|don't bother|forget (?:it|that)|not an option|no,? (?:thanks|thank you|sorry)|too (?:long|short|late|small|big|heavy|much|many|risky|far)|no use to)\b/,
    prior: 1.8,
  },
  {
    rule: 'objection.refuse-fragment',
    form: /^[\w -]{1,30}[,:-]? no\b(?:,|\.|$)|^no\b,? (?:bin|skip|drop|leave|that|not|we|i)\b|^not (?:in|before|until|now|yet|this)\b/,
    prior: 1.5,
  },
  { rule: 'objection.but', form: /^(?:but|however|still|though|the (?:thing|trouble|problem) is)\b/, prior: 0.5 },
  {
    rule: 'objection.after-offer',
    form: /\b(?:we (?:offer|can|have|provide)|our|per (?:month|year|user|seat)|price|comes? to|\d+ (?:months|years)|would (?:you|that)|how about|discount|agreement|contract|demo|meeting|proposal|eur|euros?|dollars|pounds|hundred|thousand)\b/,
    on: 'asked',
    where: 'statement',
    prior: 0.3,
  },
  {
    rule: 'objection.hassle-of-buying',
    form: /\b(?:return(?:s|ing)? (?:items?|something|is|it|them)|deal(?:ing)? with returns|hassle of|try on|ship(?:ping)? (?:costs?|takes))\b/,
    prior: 0.6,
  },
  {
    rule: 'objection.who-pays',
    form: /\b(?:if|when) (?:you|we|it|the \w+)\b.*\b(?:who|what then|what happens)\b|\bwhat (?:happens|if)\b.*\b(?:you|your)\b/,
    where: 'question',
    prior: 1,
  },
  {
    rule: 'objection.soft-pain',
    form: /\b(?:struggl\w+|every (?:day|week|month)|by hand|manually|spreadsheets?|crash\w*|takes? (?:us|me|ages|hours))\b/,
    prior: -0.8,
  },
  {
    rule: 'objection.wants',
    form: /\b(?:i|we)(?:'d| would)? (?:need|want|like|require)\b/,
    unless: /\b(?:don't|do not|not) (?:need|want|like)\b/,
    prior: -0.6,
  },
  {
    rule: 'objection.price-is-high',
    type: 'price',
    form: /\b(?:pric\w+|rates?|costs?|fees?|quotes?|figures?|numbers?|offer|total|it|that|this)(?:'s| is| are| was| looks?| seems?| feels?| sounds?| comes? in| came in)? (?:still |also |a bit |rather |quite |way |really |very |pretty |just )*(?:high|steep|too (?:high|much)|above|over (?:the|our|what)|more than|expensive|salty|hefty|rich|a lot(?: of money| more)?|not cheap|not competitive|not what)\b|\b(?:above (?:what|our|the|\d)|(?:%|per ?cent) (?:more|higher|on top)|for a fraction|small fortune|(?:two|three|four|five|\d+) (?:times|salaries|months of)|a (?:whole )?(?:salary|year's|month's)|eats? (?:up )?(?:the|our|my) (?:margin|budget)|sharpen|come down|what you(?:'re| are) asking|that kind of money)\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.reaction-to-figure',
    form: /[€$£]\s?\d|\b\d[\d.,]*\s?(?:eur|euros?|usd|dollars?|gbp|pounds?|chf|k|per (?:month|year|user|seat|unit|person|head))\b|\b(?:hundred|thousand|grand|million)\b|\bper (?:month|year|user|seat|unit|person|head|carer)\b|\b(?:a|each) (?:month|year)\b/,
    on: 'asked',
    where: 'statement',
    prior: 0.4,
  },
  {
    rule: 'objection.sarcasm',
    form: /^(?:lovely|wonderful|charming|brilliant|fantastic|ha+|wow|ouch|oof|jesus|good grief|blimey|gosh|my goodness|oh dear|oh (?:my|boy)|well)\b[.,! ]+(?:so|that's|that is|there|and)\b/,
    prior: 0.8,
  },
  {
    rule: 'objection.heard-it-before',
    type: 'trust',
    form: /\b(?:(?:the last|every|each|another|your) (?:vendor|supplier|one|provider|salesman|salesperson|consultant|company) (?:said|says|promised|told|swore)|(?:they|you) all (?:say|said|promise)|everybody says|easy to say|show me|prove it|who else (?:uses|has|runs)|how many (?:customers|clients|companies)|is that (?:proven|tested)|on paper|in the brochure|never (?:works|worked) (?:like|as)|we tried (?:that|it|one|this)|tried (?:that|similar|new|this)|believe it when|what (?:happens|if) (?:when |if )?(?:you|it|the)|still be (?:here|around)|how long (?:will|are|have) you)\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.has-worked',
    type: 'status-quo',
    form: /\b(?:(?:it|that|this|the \w+)(?:'s| has|'s always| has always| always)? (?:works?|worked|done|did|served|been) (?:us |me |fine|well|for)|(?:for|since) (?:\w+ )?(?:years|decades|generations|\d{4})\b.*\b(?:fine|same|this way|us|worked)|we(?:'ve| have) managed|we manage|my (?:father|grandfather|predecessor) (?:did|used)|don't (?:fix|touch|change) (?:it|what)|no (?:reason|need|hurry|rush) to)\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.not-then',
    type: 'timing',
    form: /\b(?:(?:can't|cannot|won't|not) (?:start|begin|do (?:it|that|this|anything)|touch|change|think about|look at|take (?:on|that|this))\b.{0,24}\b(?:before|until|till|in|during|now|right now|this)|(?:in the middle of|in|during|just before|right before) (?:the |our )?(?:peak|high|busy)? ?(?:season|harvest|inventory|stocktak\w+|audit|inspection|year-end|closing|holidays?|move|exams?|elections?|christmas)|no (?:capacity|head|bandwidth) (?:for|right now)|when things (?:calm|quiet|settle)|revisit|another time|ask (?:me )?again|not having (?:two|three|\d|another)|as it is\b|one thing at a time)\b/,
    prior: 2.0,
  },
  {
    rule: 'objection.who-would-do-it',
    type: 'complexity',
    form: /\b(?:who(?:'s| is| would| will| has)? (?:going to |to )?(?:do|run|maintain|train|migrate|enter|set it up|look after|time)|another (?:system|tool|login|app|password|platform|portal)|yet another|learn (?:a new|another|yet)|(?:months|weeks|years) of (?:work|project)|turn everything|rip out|from scratch|(?:our|my) (?:people|staff|team|guys|drivers|nurses|teachers|users) (?:are|will|won't|would|don't|hate|can't|cannot|aren't))\b/,
    prior: 1.2,
  },
  {
    rule: 'objection.bound',
    type: 'contract',
    form: /\b(?:(?:not|never|won't|can't|cannot) (?:sign(?:ing)?|commit(?:ting)?|go past|tie|lock|bind)\b|sign(?:ing)? (?:for|up for) (?:\d|two|three|four|five)|(?:two|three|four|five|\d+)[- ](?:years?|months?) (?:is|are|contract|commitment|agreement|term|lease)|who knows (?:what|where|if)|what if (?:we|i) (?:want to )?(?:leave|stop|cancel|close|sell)|get out (?:of|early)|way out|in (?:our|my) name|stuck with)\b/,
    prior: 1.8,
  },
  {
    rule: 'objection.others-decide',
    type: 'authority',
    form: /\b(?:i'?m (?:only|just|not the one)|not my (?:money|budget|department)|that'?s (?:for|up to) (?:the|my|our|him|her|them)|(?:my|our|the) (?:boss|board|manager|director|owners?|husband|wife|partner|cfo|ceo|committee|council|trustees|chair\w*|landlord|head|treasurer|accountant|works council) (?:\w+ )?(?:has|have|will|would|won't|must|needs|decides|wants|says?|said|thinks|signs)|over my head|(?:can't|cannot|couldn't) (?:go to|sell (?:it|that|this) to|get (?:it|that|this) past)|past (?:the|my|our) (?:board|boss|owners?|cfo))\b/,
    prior: 2.0,
  },
  {
    rule: 'objection.under-contract',
    type: 'contract',
    form: /\b(?:(?:have|got|'ve got|are in|signed|under) (?:a|an|our|the) (?:\w+ )?(?:contract|agreement|lease|subscription) (?:with|until|till|for|that)|(?:contract|agreement|lease|subscription|licen[cs]e) (?:runs?|still|lasts|with \w+|until|till|ends)|tied (?:to|until)|bound (?:to|until)|notice (?:period )?(?:of|is)|raise (?:the|your) prices?)\b/,
    prior: 1.8,
  },
  {
    rule: 'objection.turned-down',
    type: 'authority',
    form: /\b(?:(?:is|are|was|were|am|'s|'re) (?:\w+ )?(?:against|opposed)|turned? (?:it|this|that|them|us|a|the|similar)?\b.{0,30}\bdown|reject(?:s|ed)|voted? (?:against|no)|said no|says no|vetoed?|(?:will|would|won't|'ll|'d) (?:never|not|hardly) (?:allow|agree|accept|approve|sign|let|like|go for|buy|pay)|won't (?:allow|agree|accept|approve|sign|let|like|go for|buy)|need (?:his|her|their|the \w+'s?) (?:ok|okay|approval|blessing|signature))\b/,
    prior: 2.8,
  },
  {
    rule: 'objection.bad-moment',
    type: 'timing',
    form: /\b(?:(?:not|isn't|is not|wasn't|never) (?:a |the |really a )?(?:good|great|right|best|ideal) (?:moment|time|week|month|year)|(?:bad|wrong|terrible|worst) (?:moment|time|year)|we(?:'re| are) (?:in the middle of|just|currently|about to|busy|moving|merging|renovating|understaffed)|let me think|think about it|no rush|maybe (?:later|next|in)|next (?:budget|fiscal|financial) year|too (?:many|much) (?:projects|going on|on (?:my|our)))\b/,
    prior: 2.6,
  },
  {
    rule: 'objection.less-elsewhere',
    type: 'competitor',
    form: /\b(?:(?:\d+|ten|twenty|thirty|forty|fifty|half) ?(?:%|percent|per cent) (?:less|cheaper|below)|cheaper than (?:you|yours|this)|(?:the )?same (?:thing )?for (?:less|half|\d|€|\$|£)|does (?:it|the same|that) (?:for|cheaper|as well)|already (?:got|have) an? (?:offer|quote))\b/,
    prior: 2,
  },
  {
    rule: 'objection.no-point',
    type: 'no-need',
    form: /\b(?:(?:don't|do not|can't|cannot|fail to|didn't) (?:really |quite |yet )?see (?:why|how|what|the (?:point|benefit|value|need|use|sense))|why (?:should|would|do) (?:we|i) (?:need|pay|want|buy|have)|what (?:for|would (?:we|i) do with)|makes? no sense|no (?:point|sense|benefit|added value)|overkill|over the top|more than we need|never use|nobody (?:needs|uses|wants|asked))\b/,
    prior: 2.6,
  },
  {
    rule: 'objection.everyone-promises',
    type: 'trust',
    form: /\b(?:(?:every(?:one|body)|they|you|vendors?|suppliers?|salespeople) (?:all )?(?:promises?|says? (?:that|so|the same)|claims?)|sounds (?:nice|good|great|lovely|fine),? but|in theory|too new|unproven|not proven|disappointed|let (?:us|me) down|(?:was|been) a (?:disaster|nightmare|failure|waste)|tried (?:something|anything|similar|that|this|it|one|new|two)\b)\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.not-leave-house',
    type: 'security',
    form: /\b(?:(?:data|files?|records?|documents?|drawings) (?:must|may|can|should|shall|is|are)(?: ?not|n't| never)? (?:allowed to )?(?:leave|go (?:to|into|outside)|be (?:in|on|stored)|stay)|cloud\b.{0,30}\b(?:difficult|problem|no|not|never|forbidden|issue|risk)|(?:no|not|against|forbids?|forbidden) .{0,20}\bcloud|who (?:can|could|will) (?:see|read|access)|hackers?|our it (?:will|would|won't|does|doesn't|says|forbids))\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.too-dear',
    type: 'price',
    form: /\b(?:too (?:expensive|pricey|dear|costly|steep)|(?:far|way|much|simply|just|still|a bit|rather) too (?:much|high)|(?:can(?:'t|not| not)|couldn't|unable to) (?:afford|justify|spend|pay|defend)|over (?:the|our|my) budget|out of (?:our|my|the) (?:budget|range|reach|league)|(?:a|such a|quite a) (?:lot|load|heap|fortune) (?:of money|to pay|for)|seems? (?:like )?a lot|(?:pretty|quite|rather|very|really|bit) (?:expensive|pricey|steep)|not (?:competitive|in (?:the|our) budget))\b/,
    prior: 2.6,
  },
  {
    rule: 'objection.at-that-price',
    type: 'price',
    form: /\b(?:(?:at|for) (?:that|this|such a) (?:price|rate|money|amount|sum)|more than (?:our|my|the) (?:whole|entire|yearly|annual|monthly)?|why (?:is|are) (?:it|you|this|that|they) so (?:expensive|dear|much)|(?:fee|price|cost|rate|surcharge)s? (?:bothers?|worries|hurts?|is a problem|surprised|shocks?)|(?:hire|employ|pay|buy) (?:a|an|two|another) [\w-]+ (?:for (?:that|this)|instead)|waste of money|money (?:we|i) (?:don't|do not) have|half (?:of )?(?:our|the|my) budget)\b/,
    prior: 2.6,
  },
  {
    rule: 'objection.wonder',
    type: 'trust',
    form: /\b(?:i|we) (?:wonder|ask (?:myself|ourselves)|question|doubt|do not know|don't know) (?:if|whether|how|that)\b|\bheard (?:bad|mixed|terrible|other|some) (?:things|stories)\b|\b(?:bad|poor) (?:reviews|reputation|references)\b|\bhard to believe\b|\b(?:bothers?|worries|troubles|scares) (?:me|us)\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.not-alone',
    type: 'authority',
    form: /\b(?:(?:decide|sign|approve|order|say (?:yes|that)) (?:it |that |this )?(?:alone|on my own|by myself|myself)|not (?:something|for me|mine|ours) (?:i can|to|we can)|(?:have|need|must|would have|'d have|'ll have) (?:to )?(?:the |my |our )?(?:ok|okay|approval|blessing|signature|go-ahead|consent)|not without (?:my|the|our)|thinks? (?:it|this|that)(?:'s| is) (?:a waste|too|not|nonsense|unnecessary|silly))\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.no-problem-now',
    type: 'status-quo',
    form: /\b(?:(?:don't|do not|never) (?:really )?(?:have|had|see) (?:a |any )?(?:problem|issue|trouble)s? (?:with|today|now|at the moment)|managed? (?:fine )?without|(?:got|get) by|gone well|fine (?:as it is|so far|until now)|how it is now|the way it is|as we (?:do|did|are)|does the job|nobody (?:here )?(?:will|wants|would|complains)|(?:another|new) (?:program|system|tool|app) to learn)\b/,
    prior: 2.2,
  },
  {
    rule: 'objection.chose-other',
    type: 'competitor',
    form: /\b(?:(?:just|already) (?:signed|bought|ordered|decided|chose|renewed)|(?:signed|decided|went|gone|going) (?:with|for) (?:somebody|someone|another|a different|the other|your)|(?:the )?other (?:quote|offer|one|bid|price) (?:was|is|came|has)|(?:lower|cheaper|less|better) (?:than yours|elsewhere|there|from))\b|\bquote was\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.tied',
    type: 'contract',
    form: /\b(?:(?:not|don't|do not|never|won't) (?:want to |like to )?(?:be )?(?:tied|locked|bound|dependent|depend)|never accept (?:clause|that|this|these)|(?:our|the|my) (?:lawyers?|legal|attorney|solicitor) (?:will|would|won't|has|have|says?|want)|clause \w+|delivery time is|lead time is)\b/,
    prior: 2.4,
  },
  {
    rule: 'objection.wait',
    type: 'timing',
    form: /\b(?:rather (?:wait|not|leave)|wait (?:until|till|for|a|and)|not this (?:year|month|quarter|season|time)|not for (?:now|this)|first (?:have|need|want) to|until (?:the new|we have|after)|when (?:the new|we have|i have) .{0,30} (?:is|are) (?:here|in|done|settled))\b/,
    prior: 2.2,
  },
] as const satisfies readonly ObjectionCue[]

/** Topics that tell the type of a bare "I'm worried about ...". First match wins; the last resort is trust. */
export const OBJECTION_TOPICS = [
  {
    type: 'trust',
    form: /\b(?:quality|sizing|sizes?|reviews?|fits?|durab\w+|hold(?:s)? up|lasts?|warm|accura\w+|guarantees?|results|reliab\w+|support)\b/,
  },
  {
    type: 'price',
    form: /\b(?:cost(?:s|ly)?|pric\w+|budget|expensive|money|fees?|afford\w*|invest(?:ment)?|pay(?:ing|ment)?|\d+ ?(?:eur|euros?|dollars|pounds|k)\b|discount|rate)\b|[€$£]/,
  },
  {
    type: 'security',
    form: /\b(?:secur\w+|privacy|gdpr|data protection|breach\w*|hack\w*|confidential\w*|disclosure|leak\w*)\b/,
  },
  {
    type: 'complexity',
    form: /\b(?:implement\w*|transition|switch\w*|migrat\w+|integrat\w+|compatib\w+|downtime|learning curve|train\w*|set-?up|complex\w*|complicated|roll-?out|disrupt\w*|hassle|effort|time it)\b/,
  },
  { type: 'contract', form: /\b(?:contract|terms?|clause|years?|months?|commit\w*|lock\w*|notice|liab\w+|cancel\w*|who pays)\b/ },
  {
    type: 'authority',
    form: /\b(?:board|boss|approv\w+|sign|decide|decision|committee|owner|manager|husband|wife|trustees|council)\b/,
  },
  { type: 'timing', form: /\b(?:time|timing|now|later|yet|busy|soon|season|wait|before|until|year|month)\b/ },
  {
    type: 'competitor',
    form: /\b(?:quoted?|offer(?:s|ed|ing)?|competitor|other (?:vendor|provider|supplier)|cheaper|instead)\b/,
  },
  { type: 'no-need', form: /\b(?:need|want|use|necessary|interested|skip|drop)\b/ },
] as const satisfies readonly { type: ObjectionType; form: RegExp }[]
