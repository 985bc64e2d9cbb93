/** Which wordings state a requirement as such? (obligation, want, limit, capability asked for, condition, prohibition) */
import type { Cue } from '#foundation/language/weigh-cues.ts'

/** "I have to run", "we need to talk": the speaker's own errand, not a requirement on the offer. */
const ERRAND =
  /\b(?:i|we)(?:'ve|'ll| have| will)? (?:also |just |first |really |still |quickly )*(?:have to|got to|need to|must|should|'d better|better|want to|would like to|'d like to)\s+(?:also |just |first |really |quickly |briefly )*(?:go|run|leave|check|think|talk|speak|ask|discuss|move|reschedule|postpone|cancel|apologi[sz]e|say|admit|tell|explain|consult|review|get back|look|hang up|dash|jump|be honest|confess|stop|meet|know|see|hear|thank|mention|point|share|schedule|book|order|learn|understand|confirm|remind|wait|decide|sleep|add|ask|follow)\b/

const WANTERS =
  '(?:i|we|they|he|she|you|people|everyone|everybody|somebody|nobody|staff|users|customers|clients|guests|members|patients|students|drivers|the (?:board|auditors?|team|boss|owners?|bank|insurer|authority|district|union|council|inspector|management|customers?|clients?|users?)|finance|legal|it|procurement|head office|compliance|my (?:boss|manager|team|people|wife|husband|colleagues?)|our (?:customers|clients|people|users|team|staff|board|auditors?|insurer|bank|parent company))'

/** Requirements come in lists. */
const NEAR_NEED =
  /\b(?:must|has to|have to|needs? to|needs?|want|require\w*|would like|'d like|looking for|should|requirements?|wish list|at least|maximum)\b/

export const EXPLICIT_CUES = [
  {
    rule: 'explicit.must',
    form: /\b(?:must|mustn't|has to|have to be|needs to|need to be|'s got to|has got to|have got to be|'ve got to be|is to be|are to be|shall|(?:may|might|can) not (?:be|have|exceed|leave|go|contain|take|weigh|cost)|needs (?:a|an|our|the|its|to|at|\d|two|three|four|more)|is (?:required|needed)|are (?:required|needed)|would need)\b/,
    unless: ERRAND,
    prior: 2.8,
  },
  {
    rule: 'explicit.have-to',
    form: /\b(?:we|they|i|you|people)(?:'ve|'ll| also| really| still| definitely| do| will| would|'d)* (?:have to|need to|got to|must)\b/,
    unless: ERRAND,
    prior: 2.0,
  },
  {
    rule: 'explicit.need',
    form: new RegExp(
      `\\b${WANTERS}(?:'ll|'d| really| also| mostly| mainly| just| definitely| still| will| would| do| does| only| urgently| all| usually| sometimes| basically| actually)* (?:need|needs|require|requires|demand|demands|insist|insists)\\b(?! to (?:know|go|run|talk|ask|think|move|check|leave|speak|discuss))`,
    ),
    unless: /\bdo(?:n't| not)(?: really)? need\b|\bno need\b|\bneed to (?:move|go|run|talk|check|think|ask|speak|cancel)\b/,
    prior: 2.8,
  },
  {
    rule: 'explicit.want',
    form: new RegExp(
      `\\b${WANTERS}(?:'ll|'d| really| also| mostly| just| definitely| still| will| would| do| only| all| too| basically)* (?:want|wants)\\b`,
    ),
    unless:
      /\bdo(?:n't| not|es not|esn't) want\b|\bwant to (?:know|thank|ask|say|talk|hear|check|discuss|touch|be honest)\b|\bif you want\b|\byou want\b/,
    prior: 2.6,
  },
  {
    rule: 'explicit.want-not',
    form: /\b(?:don't|do not|doesn't|didn't|wouldn't|never) (?:really )?(?:want|like|wish) (?:to |any|it to|them to|us to|people|each|that|anything|anyone|anybody|my|our|the \w+ to)\b/,
    prior: 1.2,
  },
  {
    rule: 'explicit.would-like',
    form: /\b(?:i|we|they)(?:'d| would)(?: really| also| just| rather| ideally)* (?:like|love|want|prefer|need|expect|appreciate)\b|\bwould rather\b/,
    unless:
      /\b(?:like|love|want|prefer) to (?:know|see|hear|talk|speak|thank|ask|meet|schedule|discuss|learn|understand|book|think|say|apologi[sz]e|invite|order|proceed|move)\b/,
    prior: 2.6,
  },
  {
    rule: 'explicit.looking-for',
    form: /\b(?:look(?:ing)?|search(?:ing)?|hunt(?:ing)?|in the market|shopping) for\b|\bseeking\b|\blooking (?:to|at getting) (?!talk|speak|hear|forward)\w+|\bam after\b|\bare after\b|\b(?:i'm|we're) after\b/,
    unless: /\blooking forward\b/,
    where: 'statement',
    prior: 2.8,
  },
  {
    rule: 'explicit.what-we-want',
    form: /\bwhat (?:i|we|they)(?:'d|'re| are| am)? (?:really |would |all )*(?:want|need|like|expect|look for|looking for|after|require|wish|hope)\b|\b(?:the|our|my) (?:main|most important|key|only|one|biggest|first|second|third) (?:thing|requirement|point|wish|condition|criterion|priority|goal|aim)\b|\b(?:our|my|the) (?:requirements?|must-haves?|wish ?list|conditions?)\b/,
    prior: 2.0,
  },
  {
    rule: 'explicit.capability',
    form: /\b(?:can|could|does|do|will|would|is|are)(?:n't)? (?:it|this|that|the [\w-]+(?: [\w-]+)?|your [\w-]+(?: [\w-]+)?|they|users?|people|staff|somebody|someone|we|everybody|everyone|one)\b/,
    where: 'question',
    unless:
      /\b(?:can|could|shall|should|do) we (?:talk|speak|meet|see|have a (?:call|chat)|schedule|book|arrange|do (?:that|this|it)|get (?:on|back))\b|\bwhat\b|\bwhen\b|\bhow\b|\bwho\b|\bwhy\b|\bwhere\b/,
    prior: 2.2,
  },
  {
    rule: 'explicit.do-you-offer',
    form: /\b(?:do|does|can|could|would|will|are) (?:you|your \w+|the \w+) (?:guys |also |actually |even |ever |already |currently |be able to |able to )*(?:do|offer|have|provide|support|handle|cover|integrate|work with|deliver|ship|accept|include|connect|export|import|run|speak|manage|supply|install|train|fit|take|match|guarantee|host|comply|allow|let|make it|accommodate|customi[sz]e|deal with|bill|invoice)\b/,
    where: 'question',
    unless: /\bhow\b|\bwhat\b|\bwhen\b|\btake a (?:look|seat|minute)\b|\bhave (?:time|a minute|a moment|any questions)\b/,
    prior: 2.8,
  },
  {
    rule: 'explicit.is-there',
    form: /\b(?:is|are|would) there (?:also |be |maybe )?(?:a|an|any|some)\b.*\b(?:way|option|version|possibility|chance|module|feature|integration|discount|plan|variant|app|interface|api|training|support|guarantee|warranty|solution|system|tool)\b|\b(?:is|would) it (?:be )?possible\b|\bpossible to\b|\bany (?:way|chance) (?:to|of|that|it|you)\b/,
    prior: 2.4,
  },
  {
    rule: 'explicit.request-for-act',
    form: /\b(?:can|could|would|will|may) (?:you|i|we|somebody|someone)(?: please| also| maybe| just)* (?:send|give|tell|call|ring|e-?mail|mail|confirm|explain|share|forward|check|walk|show|remind|resend|come back|get back|quote|say|clarify|elaborate|repeat|introduce|have a look|take a look|let (?:me|us) know|see|talk|speak|meet|ask|drop|post|write)\b/,
    prior: -1.8,
  },
  {
    rule: 'explicit.information',
    form: /^(?:(?:and|so|but|well|okay|ok)[, ]+)*(?:how (?:does|do|did|long have|old|is|are|was|about you)|who (?:is|are|'s|else)|what (?:is|are|'s|about|happens|kind|do you)|why|when (?:will|can|could|would) (?:you|i|we)|where)\b/,
    where: 'question',
    prior: -1,
  },
  {
    rule: 'explicit.limit',
    form: /\b(?:no|not|never) (?:more|less|later|longer|fewer|bigger|larger|higher|lower|worse|heavier|slower) than\b|\bat (?:most|least)\b|\b(?:max|min)(?:imum)?\b\.?|\bup to\b|\b(?:stay|keep|remain|be|come|fit|stays|fits) (?:under|below|within|inside)\b|\b(?:ceiling|cap|upper limit|threshold|limit)\b|\bnot exceed|\b(?:under|below|within|less than|under the|inside) (?:€|\$|£|eur |usd )?(?:\d|two|three|five|ten|twenty|thirty|a (?:day|week|month|minute|second))|\bor (?:more|less|fewer|better|faster)\b/,
    where: 'statement',
    prior: 2.2,
  },
  {
    rule: 'explicit.deadline',
    form: /\b(?:by|before|until|till|no later than|in time for|ready for|live (?:by|before|in|on|for)|start(?:ing)? (?:in|on|by|from)|from) (?:the )?(?:(?:very )?(?:end|middle|start|beginning|mid) of|mid-?|first|second|third|last|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[./ ]|jan\w*|feb\w*|march|april|may\b|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|fall|winter|easter|christmas|new year|the (?:season|holidays?|harvest|audit|inspection|opening)|q[1-4]|monday|tuesday|wednesday|thursday|friday|next (?:week|month|year|season)|then)|\b(?:deadline|as soon as possible|asap|go(?:ing)?[- ]live|up and running|relatively soon|within the next|go live|in (?:operation|place|service) by)\b/,
    prior: 1.5,
  },
  {
    rule: 'explicit.essential',
    form: /\b(?:crucial|essential|critical|vital|imperative|mandatory|compulsory|obligatory|deal-?breaker|show-?stopper|non-?negotiable|must-have|indispensable|paramount|top priority|a priority|first priority|prerequisite|precondition|a (?:hard |firm |strict )?(?:condition|requirement)|matters (?:most|a lot|to us)|key for us|really important|very important|important (?:to|for|that)|most important|required|prescribed|legally|by law)\b|\ba must\b/,
    prior: 2.4,
  },
  {
    rule: 'explicit.rule',
    form: /\bthat(?:'?s| is) (?:the (?:rule|law)|not (?:a preference|negotiable|optional|up for)|an (?:order|instruction)|fixed|required|mandatory|a must|in the (?:permit|contract|rules))\b|\b(?:full stop|no exceptions?|without exception|end of story|under (?:any|no) circumstances?)\b|\bthe (?:law|rules?|regulations?|permit|insurance|insurer|contract) (?:says?|requires?|demands?|wants?|prescribes?)\b/,
    prior: 1.8,
  },
  {
    rule: 'explicit.cannot-accept',
    form: /\b(?:can't|cannot|can not|won't|couldn't|could not|must not) (?:really |just |simply |possibly )*(?:afford|risk|accept|live with|go (?:past|above|over|beyond|without)|justify|allow|tolerate|be without|do without|happen|have (?:any|another|a|downtime|people)|exceed|wait|spend|pay|take more)\b|\b(?:unacceptable|not acceptable|not sufficient|isn't enough|is not enough|not an option|no option|out of the question|no use to (?:me|us))\b/,
    prior: 2.0,
  },
  {
    rule: 'explicit.prohibit',
    form: /^(?:(?:and|so|but|well|then|please|of course)[, ]+)*(?:nobody|no one|nothing|none of|never|no (?!problem|worries|thanks|idea|thank|i\b|we\b|it\b|that\b|you\b|no\b|not\b|need\b|but\b)[\w-]+s?\b)|\b(?:nothing (?:that|with|from)|no \w+ (?:may|shall|is allowed|are allowed|without)|without (?:any|having to|needing|touching|interrupt\w*|stopping|compromising))\b/,
    where: 'statement',
    prior: 0.7,
  },
  {
    rule: 'explicit.should',
    form: /\b(?:should|ought to|shouldn't|supposed to)\b|\b(?:should|must|needs? to|has to|have to|want to|would like to|'d like to) be able to\b/,
    unless:
      /\b(?:you|i) should\b|\bwe should (?:talk|speak|meet|catch)\b|\bshould (?:be (?:fine|ok|okay|possible|alright)|i|we)\b|\bhow should\b|\bwhat should\b/,
    where: 'statement',
    prior: 2.6,
  },
  {
    rule: 'explicit.ideally',
    form: /\b(?:ideally|preferably|at best|in an ideal world|nice to have|bonus|would be (?:great|good|nice|okay|ok|ideal|perfect|best|enough|fine|helpful|lovely|useful|amazing|handy)|would help|prefer(?:ence|red|ably)?|wish|hoping|hope (?:for|to get|it|that)|expect)\b/,
    unless:
      /\bi hope (?:you|this|all|that helps)\b|\bexpect (?:your|to hear)\b|\bwould be helpful\b.{0,4}$|\bthat would be (?:great|good|nice|helpful|lovely|perfect|fine)\b/,
    where: 'statement',
    prior: 2.2,
  },
  {
    rule: 'explicit.ensure',
    form: /\b(?:make sure|ensure|guarantee|be sure|as long as|provided(?: that)?|on condition|only if|on the condition)\b/,
    where: 'statement',
    prior: 1.8,
  },
  {
    rule: 'explicit.yes-to-need',
    form: /\b(?:need|want|require|prefer|important|would you like|looking for|must|should|also|as well|interested in|helpful|integrate|support)\b/,
    on: 'asked',
    where: 'answer',
    unless: /\bno\b|\bnot\b|n't\b/,
    prior: 0,
  },
  {
    rule: 'explicit.yes',
    form: /^(?:yes|yeah|yep|ideally|definitely|absolutely|correct|of course|sure|ja|oui|aye|exactly|certainly)\b(?=.*\b(?:yes|must|law|ideally|definitely|absolutely|need|please|required|certainly)\b)/,
    where: 'answer',
    prior: 0.8,
  },
  {
    rule: 'explicit.tells-what',
    form: /\b(?:what|which|how (?:many|much|long|soon|often|fast|big)|when|by when)\b.*\b(?:need|want|require|look(?:ing)? for|would you like|have in mind|ideal|must|should|expect|help you|look like|important|prefer|matter)\b/,
    on: 'asked',
    where: 'answer',
    prior: 1.2,
  },
  {
    rule: 'explicit.label',
    form: /^[^:,-]{2,48}\s*[-:]\s*(?:yes|must|needed|required|mandatory|essential|please)\b|^[^:,-]{2,48}, (?:yes|must|needed|required|mandatory|essential)\b|\b(?:yes must|as a must|must have)\b/,
    prior: 2,
  },
  {
    rule: 'explicit.please',
    form: /\bplease (?:no|nothing|only|include|add|with|make|keep|not more|at least|use)\b|\b(?:and|also) [\w -]{3,30}, please\b|^(?:include|add|plus) \w+/,
    prior: 0.6,
  },
  {
    rule: 'explicit.goal',
    form: /\b(?:(?:our|my|the) (?:goal|aim|plan|target|objective|idea) (?:is|would be|was)|we(?:'re| are) (?:planning|trying|aiming|hoping|looking|going) to|(?:i|we) (?:plan|intend|aim|hope|'m planning|am planning) to|so that (?:we|they|it|nobody|everyone|people))\b/,
    where: 'statement',
    prior: 0.8,
  },
  {
    rule: 'explicit.terms',
    form: /\b(?:payment terms?|notice period|contract (?:of|for|term)|term of|lead time|response time|uptime|warranty of|delivery (?:in|within|by)|one[- ]year|two[- ]year|net (?:30|60|90)|(?:\d+|one|two|three|six|twelve|thirty-six|twenty-four) (?:months?|years?)(?: contract| term)?) ?(?:\d+ days|would be (?:ok|okay|fine)|is (?:fine|ok|okay)|max|only|please)?\b(?:.*\b(?:fine|ok|okay|please|max|only)\b)/,
    where: 'statement',
    prior: 1.8,
  },
  {
    rule: 'explicit.price-wish',
    form: /\b(?:discounts?|promotions?|payment plans?|cheaper|reasonable price|lower (?:that|the|it|price|rate|cost)|affordab\w+|good price|best price|spread (?:it|the (?:cost|payment)))\b/,
    prior: 0.6,
  },
  {
    rule: 'explicit.something-that',
    form: /\b(?:something|somewhere|someone|a (?:system|tool|solution|provider|partner|supplier|machine|device|place|way|plan|product|service)) (?:that|which|who|to|with|more|really|very|like)\b/,
    where: 'statement',
    prior: 1.2,
  },
  { rule: 'explicit.too', form: /\b(?:also|too|as well|in addition|on top|another (?:thing|point|wish)|plus)\b/, prior: 0.2 },
  {
    rule: 'explicit.only-figure',
    form: /^(?:(?:so|and|well|yes)[, ]+)*(?:about |around |roughly |maybe |two |\d)[\w .,'-]{0,40}$/,
    where: 'answer',
    prior: -0.3,
  },
  {
    rule: 'explicit.after-need',
    form: NEAR_NEED,
    on: 'before',
    where: 'statement',
    prior: 0.3,
  },
  {
    rule: 'explicit.fragment-limit',
    form: /^(?:and |but |so )?(?:max(?:imum)?|min(?:imum)?|at (?:least|most)|not (?:more|less|before|after|over)|no more|only|nothing|none|exactly|up to)\b|\bnothing else\b|\bonly (?:with|if|the|organic|certified|new|original|\w+ed)\b/,
    where: 'statement',
    prior: 1.2,
  },
  { rule: 'explicit.heading', form: /^[a-z][a-z /&-]{2,34}: \S/, where: 'statement', prior: 0.9 },
  {
    rule: 'explicit.whatever',
    form: /\b(?:whatever|whichever|any \w+) (?:we|you|i|it|they)\b.*\b(?:must|has to|should|needs?)\b|\bby itself\b|\bautomatically\b|\bwithout (?:us|me|anybody|anyone|somebody) (?:having to|doing)\b/,
    prior: 1.2,
  },
  {
    rule: 'explicit.needs-thing',
    form: /\b(?:(?:would|will|'d|'ll|d) need|needs?) (?:a|an|the|our|its|it|them|some|more|less|at least|about|around|only|another|both|all|every|new|\d+|two|three|four|five|six|ten)\b|\b(?!you\b|not\b|don't\b|no\b|if\b|to\b)[\w'-]+ needs? (?!to\b|for\b|help\b|anything\b|something\b|someone\b|somebody\b|of\b|not\b)[a-z-]{3,} [a-z-]{3,}/,
    unless:
      /\b(?:don't|do not|doesn't|no|not|if you|do you|what do|whatever you) (?:really )?need\b|\bneed (?:a |some )?(?:minute|moment|time|break|coffee|help|more time)\b/,
    where: 'statement',
    prior: 2.2,
  },
  {
    rule: 'explicit.thing-would-have-to',
    form: /\b(?:it|they|that|this|which|everything|someone|somebody|the [\w-]+|our [\w-]+) (?:would|will|'d|'ll) (?:have|need) to\b/,
    prior: 2.6,
  },
  {
    rule: 'explicit.can-they',
    form: /^(?:(?:and|so|but|or|also|well|then)[, ]+)*(?:can|could|will|would|does|is|are) (?!you\b|i\b|we\b|somebody\b|someone\b|there\b|that\b|this\b|it\b)[\w' -]{2,30} (?:be |also |have |get |see |use |change |work |run |print |book |pay |order |choose |[a-z]{3,})/,
    where: 'question',
    unless: /\b(?:you (?:send|tell|call|explain|give)|how|what|when|why|who|where|which)\b/,
    prior: 2,
  },
  {
    rule: 'explicit.only-accept',
    form: /\b(?:(?:can|could|will|would|may|do) only (?:accept|consider|take|buy|use|work|sign|order|pay)|(?:accept|consider|take|buy|use) (?:nothing|only)|only (?:accept|consider|take|buy|use|work)|insist(?:s|ed)? (?:on|that)|(?:my|our|one|the) (?:only |main |first )?(?:condition|requirement|demand|prerequisite)s?)\b/,
    prior: 2.6,
  },
  {
    rule: 'explicit.if-possible',
    form: /\b(?:if (?:at all )?possible|wherever possible|if it (?:can|could)|if you (?:can|could)|if we could|best would be|the best would|it would be best|at best|would suit us|would work for us)\b/,
    where: 'statement',
    prior: 1.8,
  },
] as const satisfies readonly Cue[]
