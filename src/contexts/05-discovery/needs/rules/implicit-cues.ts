/** Which wordings tell of a problem, pain, workaround, cost, fear or situation from which a need follows? */
import type { Cue } from '#foundation/language/weigh-cues.ts'

/** Pain is told in runs of sentences. */
const NEAR_PAIN =
  /\b(?:problems?|issues?|trouble|struggl\w+|difficult\w*|hassle|nightmare|mess|slow\w*|delay\w*|late|takes? (?:forever|ages|too long|hours|days|weeks)|queues?|wait(?:s|ed|ing)?|crash\w*|fail\w*|broke\w*|downtime|errors?|mistakes?|wrong|lost|lose|missing|complain\w*|fined|accidents?|damage\w*|by hand|manual(?:ly)?|spread ?sheets?|excel|notebook|one by one|nobody (?:knows|tells|told)|no one (?:knows|tells)|costs? us|every (?:week|month|day|time)|again and again|stressful|angry|refunds?)\b/

export const IMPLICIT_CUES = [
  {
    rule: 'implicit.trouble',
    form: /\b(?:problems?|issues?|trouble(?:s|some)?|struggl\w+|difficult(?:y|ies)?|hard time|hassle|headaches?|pain(?:s|ful| point)?|nightmare|mess|chaos|chaotic|bother|burden|bottlenecks?|challeng\w+|obstacles?|inconvenien\w+|frustrat\w+|annoy\w+|stress(?:ful|ed)?|exhaust\w+|overwhelm\w+|cumbersome|clunky|tedious|awkward|messy|ugly|complicated|confus\w+|disaster|catastroph\w+|awful|terrible|horrible|bad experiences?|weak(?:ness)?|gaps?|shambles|fire ?fighting|limitations?)\b/,
    unless: /\bno problem\b|\bnot a problem\b/,
    prior: 2.2,
  },
  {
    rule: 'implicit.slow',
    form: /\b(?:slow(?:ly|er)?|delays?|delayed|late|behind schedule|backlog|queues?|waiting|waits?|waited|takes? (?:forever|ages|too long|so long|long|hours|days|weeks|months|us|me|them|about|around|up to|\d+|two|three|four|five|six|half|an?)|overdue|stuck|held up|hang(?:s|ing)|lag(?:s|gy)?|inefficien\w+|time[- ]consuming|lose time|losing time|wast(?:e|es|ed|ing))\b/,
    prior: 1.8,
  },
  {
    rule: 'implicit.breaks',
    form: /\b(?:crash\w*|fail(?:s|ed|ing|ures?)?|breaks?|broke|broken|breakdowns?|downtime|(?:is|was|were|went|goes|are) (?:\w+ )?down|outages?|stops? working|stopped|gave up|gives up|dies|died|dead|unreliable|freez(?:es|ing)|leak\w*|jam(?:s|med)?|crooked|outdated|old and|obsolete|worn|rust\w*|falls? apart|fell apart|doesn't (?:work|fit|hold|last|sync|match|scale|help)|don't (?:work|fit|talk to each other|match|sync)|didn't (?:work|fit|hold|last|help|arrive|come)|not (?:working|integrated|available|in sync|reliable)|glitch\w*|offline|unplugged|(?:at|over|beyond) (?:its|the|their) limits?|bursting|overflow\w*|worn out|bugs?|unstable|out of (?:order|date|stock|sync)|went (?:down|off|wrong|out|missing)|goes (?:down|off|wrong|out))\b/,
    prior: 1.9,
  },
  {
    rule: 'implicit.wrong',
    form: /\b(?:errors?|mistakes?|wrong(?:ly)?|incorrect|inaccurate|discrepanc\w+|mismatch\w*|duplicates?|double[- ](?:booked|charged|bookings?|entries)|twice|mix(?:ed)?[- ]ups?|missing|missed|miss(?:es)?|forgot(?:ten)?|overlooked|lost|lose|loses|losing|loss(?:es)?|disappear\w*|misplaced|untraceable|spoil\w*|waste|scrap|reject(?:s|ed)|returns?|complain\w*|complaints?|refunds?|angry|upset|dissatisf\w+|unhappy|bad reviews?|left us|walked (?:out|away)|cancel(?:led|s)? (?:on|their|the))\b/,
    prior: 1.7,
  },
  {
    rule: 'implicit.harm',
    form: /\b(?:fined|fines|penalt\w+|accidents?|injur\w+|hurt(?! to)|damage[ds]?|sick|burn(?:t|ed)? out|lawsuits?|sued|hack(?:ed|ers?)|breach(?:es|ed)?|stole|steal(?:s|ing)?|stolen|theft|thieves|fraud|ransom\w*|phish\w*|violat\w+|audit(?:or|ors)? (?:found|said|complained|wrote|noted)|inspect(?:or|ors|ion) (?:found|said|complained|wrote|noted)|notifiable|unsafe|dangerous|hazard\w*|slipped|slid|fell|collided?|complain\w* about)\b/,
    prior: 2.2,
  },
  {
    rule: 'implicit.by-hand',
    form: /\b(?:by hand|manual(?:ly)?|hand-?written|re-?typ\w+|re-?enter\w*|re-?key\w*|copy(?:ing)?(?: and|-) ?past\w+|copy\w* (?:it|them|everything|data|the)|paste|typ(?:e|es|ing) (?:it|them|everything|up|in|out)|spread ?sheets?|excel|google sheets?|(?:a|the|my|our|own|in) sheets?|paperwork|on paper|in paper|paper (?:lists?|forms?|files?|cards?|slips?|notes?|copies|trail|based)|printouts?|print (?:it|them|out)|printed|notebooks?|note ?pads?|diary|diaries|white ?boards?|black ?board|magnets?|sticky notes?|post-?its?|clipboards?|binders?|folders?|fax(?:es)?|by post|by phone|phon(?:e|es|ing) (?:around|round|each|every|them|the)|whatsapp|carrier|in (?:his|her|my|their|one person's|[\w-]+'s) heads?|from memory|one by one|each one|individually|back and forth|chas(?:e|es|ing)|photograph\w*|walk(?:s|ing)? (?:over|around|round|down|across)|drive(?:s)? (?:over|out)|carry|carries|lend\w*|borrow\w*|pen and|calculator|counting|counts?|measur\w+ from|stick (?:them|those|it)|reconcil\w+|work-?arounds?)\b/,
    prior: 2.2,
  },
  {
    rule: 'implicit.time-cost',
    form: /\b(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|half|several|many|most of|a (?:few|couple|whole|lot)|all|the whole|hours|an?)\s*(?:of )?(?:full |whole |entire |my )*(?:hours?|days?|weeks?|mornings?|afternoons?|evenings?|nights?|weekends?|minutes?|half day)\b/,
    unless: /\bin (?:\d+|one|two|three|an?|a few) (?:hours?|days?|weeks?|minutes?)\b|\bwithin\b|\bby\b/,
    where: 'statement',
    prior: 0.6,
  },
  {
    rule: 'implicit.every',
    form: /\bevery (?:second|third|other) [\w-]+|(?:every|each) (?:single )?(?:time|day|week|month|quarter|year|morning|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|shift|season|invoice|order|customer|one|truck|delivery)\b|\b(?:on|my|our|his|her|their|at) (?:week-?ends?|evenings|nights|mondays|sundays|saturdays)|on (?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b|\b(?:always|constantly|keeps? (?:on )?\w+ing|again and again|all the time|over and over|regularly|often|more often than|usually|once (?:a|every)|times (?:a|in the) (?:day|week|month|year))\b/,
    where: 'statement',
    prior: 1.2,
  },
  {
    rule: 'implicit.spend',
    form: /\b(?:spend(?:s|ing)?|spent|costs? (?:us|me|them|a)|costing|cost us|pay(?:s|ing)? (?:for|them|him|her|overtime|extra|agency|through)|charge[ds]? (?:us|what|a)|bills?(?: us)? (?:for|electricity|went)|overtime|expensive|prices? (?:keep|went|are going|rose|has|have)|lose (?:about|around|money|customers|people|sales)|adds? up|hefty bill)\b/,
    where: 'statement',
    prior: 1.4,
  },
  {
    rule: 'implicit.fear',
    form: /\b(?:worr(?:y|ied|ies|ying)|afraid|fear\w*|scared|nervous|anxious|concern(?:ed|s|ing)?|uneasy|keeps? me (?:up|awake)|can't sleep|what if|what happens (?:if|when)|risk(?:s|y|ing)?|dread|panic)\b/,
    prior: 1.2,
  },
  {
    rule: 'implicit.property-fear',
    form: /\b(?:fit|sizes?|sizing|quality|warm|durab\w+|lasts|lasting|hold(?:s)? up|downtime|support|help|transition|migration|implementation|learning curve|integrat\w+|compatib\w+|train\w+|secur\w+|data|reliab\w+|breaks?|responsiv\w+|coverage|refills?)\b/,
    prior: 0.2,
  },
  {
    rule: 'implicit.unsure',
    form: /\b(?:not (?:sure|certain|convinced) (?:which|what|how|if|whether|about)|no idea|don't (?:really )?know|doesn't know|didn't know|nobody (?:knows|knew|told|tells|noticed|sees|is)|no one (?:knows|knew|told|tells|is)|can't (?:tell|see|find|say)|hard to (?:tell|say|find|get|keep|know|see|manage)|keep track|no (?:overview|visibility|control|record|history|trace|way of (?:knowing|seeing|telling))|in the dark|guess(?:ing|work)?|blind)\b/,
    prior: 1.8,
  },
  {
    rule: 'implicit.lack',
    form: /\b(?:lack(?:s|ing)?|short of|shortage|understaffed|not enough|too (?:few|little|many|much|small|big|heavy|old|slow|late|long|short|narrow|hot|cold|loud|dark)|no (?:holiday cover|cover|backup|back-up|spare|space|room|time|staff|budget|money|people|capacity|smartphones?|internet|signal|lift|parking)|(?:have|has|had|there's|there is|there are) (?:no|only one|just one|only|hardly any|barely)|without (?:a|any)|only (?:one|two|a few|\w+ (?:knows|can|has))|none of (?:them|the|our|it|us)|because (?:they|we|it|he|she|nobody|people) (?:can't|cannot|could not|couldn't|don't|doesn't|didn't|have no|has no)|(?:they|we|it|people|he|she) (?:can't|cannot|couldn't|could not) (?:see|find|read|open|use|work|tell|get|come|do|log|access|book|order|pay|print|reach)|doesn't (?:have|do|know|speak|read|use)|don't (?:have|speak|read|own)|haven't (?:got|had)|hasn't|isn't (?:any|enough|covered)|aren't (?:able|covered|enough)|not (?:able|covered|everyone|everybody)|can't (?:always|just|even|reach|get|keep|be|do|handle|cope)|cannot (?:reach|get|keep|handle)|unable|ran out|runs? out|sold out|full)\b/,
    where: 'statement',
    prior: 1.3,
  },
  {
    rule: 'implicit.growth',
    form: /\b(?:grow(?:s|n|ing|th)?|grew|expand\w*|expansion|double[ds]?|doubling|tripl\w+|increas(?:e[ds]?|ing)|peak (?:season|times?|hours)?|busier|more and more|scal(?:e|ing)|new (?:sites?|locations?|branch(?:es)?|starters|hires|joiners|people|plant)|opening (?:a|two|three|new|our)|can't keep up|outgrown|this year|next year we)\b/,
    where: 'statement',
    prior: 0.8,
  },
  {
    rule: 'implicit.incident',
    form: /\b(?:last (?:year|month|week|winter|summer|spring|autumn|fall|christmas|season|friday|monday|tuesday|wednesday|thursday|time|night|quarter)|yesterday|this (?:morning|winter|summer) (?:we|the|it)|in (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:we|the|it|a|our|somebody)|since (?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|then|last|the)|the other day|recently|lately|once (?:we|the|a|it)|on the (?:\d+|first|second|third)|for (?:months|weeks|years|a while))\b/,
    where: 'statement',
    prior: 1.2,
  },
  {
    rule: 'implicit.loss-told',
    form: /\b(?:\w+ed|was|were|had|lost|left|stood|got|found|went|came|ran|stuck) .*\b(?:because|until|since|instead|anyway|again|already|still had|for a (?:day|week|month)|\d+ (?:hours|days|weeks|times)|empty|useless|for nothing|too late)\b/,
    where: 'statement',
    prior: 1.2,
  },
  {
    rule: 'implicit.budget',
    form: /\b(?:tight budget|budget is (?:tight|limited|small|a (?:big )?(?:factor|concern)|always)|limited budget|small budget|budget (?:cuts?|constraints?|concerns?)|single-income|money is tight|costs? (?:down|are rising)|save (?:money|costs)|shoestring)\b/,
    prior: 1.8,
  },
  {
    rule: 'implicit.use',
    form: /\b(?:mostly|mainly|usually|normally|generally|typically) (?:for|a|an|use|used|in|on|at|with|we|i)\b|\b(?:i'm|i am) (?:usually|normally) an?\b|\bi (?:normally|usually) (?:wear|take|use|need|order)\b|\bdepending on\b/,
    where: 'statement',
    prior: 0.5,
  },
  {
    rule: 'implicit.people',
    form: /\b(?:my|our|the|half of|most of|some of|many of|a large part of)(?: \w+){0,3} (?:people|staff|team|members?|users?|drivers?|nurses?|carers?|colleagues?|workers?|technicians?|customers?|guests?|patients?|volunteers?|seniors?|kids)\b.*\b(?:don't|doesn't|can't|cannot|no|not|never|only|over|older|elderly|complain\w*|ask|language|hate|refuse|give up|forget|struggle)\b/,
    where: 'statement',
    prior: 2.0,
  },
  {
    rule: 'implicit.scattered',
    form: /\b(?:(?:multiple|different|many|several|various|too many|three|four|five|six|seven|separate) (?:\w+ )?(?:systems?|platforms?|tools?|places?|spreadsheets?|programs?|apps?|databases?|providers?|suppliers?|lists?|files?)|a mix of|scattered|all over (?:the place)?|silos?|silo(?:ed)?|patchwork|in sync|synchroni[sz]ed?|consolidat\w+)\b/,
    prior: 2.0,
  },
  {
    rule: 'implicit.depends',
    form: /\b(?:depend(?:s|ent|ing)? on (?:one|him|her|a single|somebody)|single point|only (?:he|she|one person|\w+) (?:knows|can)|retir(?:e|es|ing|ed)|off sick|if (?:he|she) (?:leaves|is|goes)|insolven\w+|bankrupt\w*|went under|goes? under|discontinued|end of life|no longer (?:supported|made|available|works?))\b/,
    prior: 2.2,
  },
  {
    rule: 'implicit.why-cant',
    form: /\bwhy (?:can't|don't|doesn't|isn't|is it|do we|do i|does it|they can't|we can't|we don't)\b|\bask(?:s|ed|ing)? (?:me |us )?why\b/,
    prior: 1.8,
  },
  {
    rule: 'implicit.incumbent-pain',
    form: /\b(?:current|existing|old|present|previous|last|other) (?:provider|supplier|vendor|system|tools?|software|solution|setup|machine|platform|contractor|partner|process|one)\b/,
    prior: 0.6,
  },
  {
    rule: 'implicit.past-purchase',
    form: /\b(?:bought|ordered|tried|had|used|purchased|experiences?)\b.*\b(?:before|in the past|last (?:year|time|winter|summer)|already|once|previously)\b/,
    where: 'statement',
    prior: 0.8,
  },
  {
    rule: 'implicit.space',
    form: /\b(?:narrow|tight|low ceiling|steps|stairs|third floor|door is|metres?|meters?|square (?:metres|meters|feet)|degrees|humid\w*|dust\w*|salt\w*|damp|heat|cold|noise|noisy|weather|wind[y]?|rain)\b/,
    where: 'statement',
    prior: 0.4,
  },
  {
    rule: 'implicit.satisfied',
    form: /\b(?:happy with|satisfied with|works? (?:fine|well|great)|no (?:complaints|problems|issues)|pleased|love (?:it|the)|excellent|fantastic|very good)\b/,
    unless: /\bnot (?:happy|satisfied|pleased)\b/,
    prior: -1.2,
  },
  {
    rule: 'implicit.asked-how-today',
    form: /\b(?:problems?|challenges?|issues?|pains?|struggl\w+|difficult\w*|happen(?:s|ed)?|today|currently|at the moment|right now|these days|how (?:do|are|is|does|did) (?:you|it|they|that|things)|how (?:often|long|much time|many)|tell me (?:more |a bit )?about|what brings|what's going on|cost you|biggest|frustrat\w+|right\?$|why)\b/,
    on: 'asked',
    where: 'statement',
    prior: 0.6,
  },
  { rule: 'implicit.after-pain', form: NEAR_PAIN, on: 'before', where: 'statement', prior: 0.4 },
  { rule: 'implicit.before-pain', form: NEAR_PAIN, on: 'after', where: 'statement', prior: 0.4 },
  {
    rule: 'implicit.part-of-people',
    form: /\b(?:most|half|many|some|a third|a quarter|\d+ ?(?:%|percent|per cent)|two thirds|all|none) of (?:my|our|the|them|us|mine) ?(?:[\w-]+ ){0,3}?(?:do not|don't|does not|can't|cannot|can not|are|is|have|has|were|was|speak|need|work|live|come|leave)\b/,
    where: 'statement',
    prior: 1.2,
  },
  {
    rule: 'implicit.doer-of-chore',
    form: /\b(?:i|we|my \w+|our \w+|somebody|someone|he|she|they|\p{L}+) (?:still |then |always |usually |have to |has to |must )?(?:types?|enters?|writes? (?:it|them|everything|every|each|down)|copies|prints?|scans?|files?|sorts?|counts?|calls?|phones?|drives?|walks?|collects?|carries|checks? (?:every|each|them|all|by)|adds? (?:it|them|up)|fills? (?:in|out)|sends? (?:them|it|each|every)|forwards?|searche?s|look(?:s)? (?:it|them|everything) up|chases?|retypes?|rings?)\b/u,
    where: 'statement',
    unless: /\b(?:i'll|we'll|i will|we will|you|please|can|could)\b/,
    prior: 0.7,
  },
  {
    rule: 'implicit.rising',
    form: /\b(?:(?:went|go|goes|going|keeps? going|shot) up|ris(?:e|es|ing)|rose|eats?(?: up)? (?:\d|our|my|the|half|a)|swallows|guzzles|burns (?:\d|through)|costs? (?:me|us) (?:\d|about|around|a|an|the|more|too)|through the roof)\b/,
    where: 'statement',
    prior: 1.6,
  },
  {
    rule: 'implicit.never-arrives',
    form: /\b(?:never|didn't|did not|don't|do not|doesn't|does not|not) (?:got|get|gets|arrive[ds]?|came|come|reach(?:es|ed)?|receive[ds]?|heard?|hear|find|found|know|knew|notice[ds]?|see|show up|turn up|answer(?:s|ed)?|reply|replied)\b|\bonly (?:notice|find out|see|hear|learn|know)\b|\b(?:found|find|finds) out (?:from|when|only|too late|by)\b|\bno-shows?\b/,
    where: 'statement',
    prior: 1.4,
  },
  {
    rule: 'implicit.at-odd-hours',
    form: /\b(?:until|till|after|at|past) (?:midnight|two in|three in|late|ten at night|eleven|the early)\b|\b(?:at|by|in the middle of the|half the) night\b|\bat the kitchen table\b|\bin (?:my|our|their|his|her) (?:free|spare|lunch) time\b|\b(?:too late|already (?:\w+ing|gone|too|left|sitting|there))\b/,
    where: 'statement',
    prior: 1.3,
  },
  {
    rule: 'implicit.quality-falls',
    form: /\b(?:arrives?|comes?|came|arrived|is|are|was|were) (?:\w+ )?(?:warm|wet|dirty|stale|frozen|scratched|bent|torn|open|late|empty|cold|mouldy|dented|incomplete|unreadable|illegible|blurred|useless|expired)\b/,
    where: 'statement',
    prior: 1.6,
  },
] as const satisfies readonly Cue[]
