/** What does the shape of a clause say, whatever its subject: question, doubt, courtesy, figures, past, sentiment? */
import type { Cue } from './weigh-cues.ts'

const NUMBER_WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|dozen)'

/** Signs of form. Their priors are small: they tip, they do not decide. */
export const CLAUSE_SIGNS = [
  { rule: 'sign.question', form: /\S/, where: 'question', prior: 0 },
  { rule: 'sign.answer', form: /\S/, where: 'answer', prior: 0 },
  {
    rule: 'sign.negated',
    form: /\b(?:not|never|no|nobody|nothing|none|neither|nor|without|cannot|hardly|barely)\b|n't\b/,
    prior: 0,
  },
  { rule: 'sign.we', form: /\b(?:we|our|us|ours)\b/, prior: 0 },
  { rule: 'sign.i', form: /\b(?:i|my|me|mine)\b/, prior: 0 },
  {
    rule: 'sign.they',
    form: /\b(?:they|their|he|she|his|her|people|everybody|everyone|somebody|someone|staff|team)\b/,
    prior: 0,
  },
  { rule: 'sign.you', form: /\b(?:you|your|yours)\b/, prior: 0 },
  { rule: 'sign.figure', form: new RegExp(`\\d|\\b${NUMBER_WORD}\\b`), prior: 0 },
  {
    rule: 'sign.money',
    form: /[€$£]\s?\d|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|quid|grand|k a (?:year|month))\b|\d\s?k\b/,
    prior: 0,
  },
  {
    rule: 'sign.period',
    form: /\b(?:hours?|days?|weeks?|months?|years?|minutes?|quarter|morning|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|fortnight)s?\b/,
    prior: 0,
  },
  {
    rule: 'sign.past',
    form: /\b(?:was|were|had|did|went|got|came|lost|broke|took|made|said|told|left|cost|\w{3,}ed)\b/,
    prior: 0,
  },
  { rule: 'sign.if', form: /\b(?:if|unless|in case|suppose|otherwise)\b/, prior: 0 },
  { rule: 'sign.but', form: /^(?:but|however|though|still|although)\b|\bthough[.,]?$/, prior: 0 },
  { rule: 'sign.short', form: /^(?:\S+\s+){0,2}\S+$/, prior: -0.5 },
  { rule: 'sign.long', form: /^(?:\S+\s+){15,}\S+$/, prior: 0.2 },
  {
    rule: 'sign.courtesy',
    form: /\b(?:thank(?:s| you)|thx|cheers|hello|hi|hey|good (?:morning|afternoon|evening|day)|how are you|doing well|doing (?:alright|okay|great|fine)|nice to (?:meet|hear)|great (?:meeting|to meet|talking|speaking)|pleasure|sorry|apolog\w+|have a (?:great|good|nice|lovely)|bye|take care|appreciate|speak(?:ing)? (?:soon|then)|talk (?:soon|then)|see you|happy new year|welcome|dear|congratulations|hope (?:you|this|all)|look(?:ing)? forward)\b/,
    prior: -1.5,
  },
  {
    rule: 'sign.nod',
    form: /^(?:yes|yeah|yep|no|nope|ok|okay|right|sure|great|perfect|good|fine|exactly|absolutely|true|agreed|lovely|brilliant|mm|hm+|oh|ah|got it|i see|sounds good|that (?:sounds|makes sense)[\w\s]*)[.!,\s]*$/,
    prior: -2,
  },
  {
    rule: 'sign.sounds-good',
    form: /\b(?:sounds? (?:good|great|fine|reasonable|promising|helpful|perfect|interesting)|that (?:helps|works|would be (?:great|helpful|good))|good to (?:know|hear)|glad|makes sense|reassuring|feel (?:better|more comfortable)|fair enough|works for me)\b/,
    prior: -1,
  },
  {
    rule: 'sign.meta',
    form: /\b(?:let me|shall we|we can talk|i(?:'ll| will) (?:be|get|just)|i mean|you know|to be honest|as (?:you know|discussed|promised|mentioned)|attached|enclosed|see below|question for you|quick question|speaking|this is \w+|my name)\b/,
    prior: -0.3,
  },
  {
    rule: 'sign.sour',
    form: /\b(?:bad|worse|worst|poor(?:ly)?|ugly|hate|sad(?:ly)?|unfortunately|shame|silly|stupid|ridiculous|crazy|insane|mad|angry|furious|cry|scream|tired|fed up|sick of|embarrass\w*|luck(?:y|ily)?|thank god|horrible|terrible|awful|nightmare|painful|impossible|useless|hopeless|funny)\b/,
    prior: 0,
  },
  {
    rule: 'sign.told',
    form: /\b(?:was|were|had|did|went|got|came|lost|broke|took|made|said|told|left|cost|found|\w{3,}ed)\b.*\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|hours?|days?|weeks?|months?|times|people|of (?:them|us))|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b.*\b(?:was|were|had|did|went|got|came|lost|broke|took|left|cost|\w{3,}ed)\b/,
    where: 'statement',
    prior: 0,
  },
  {
    // Said to the reader about what the reader should do: instructions, not wishes of the writer.
    rule: 'sign.instructs',
    form: /\bplease (?:click|follow|visit|see|read|call|contact|review|note|find|forward|reply|respond|let|feel|bear|do not|don't|call|remember|advise|accept)\b|^(?:if|when|unless|once) you(?:'d|'re|'ve| do| are| have| would| wish| want| need)?\b|^you (?:may|can|will|must|should|are|have|need)\b|\bfeel free\b|^(?:click|visit|see|choose|remember|read|call) /,
    prior: -1.2,
  },
  {
    rule: 'sign.bulk',
    form: /\b(?:click (?:here|below|above|on)|unsubscribe|browser|download|https?:|www\.|newsletter|subscribe|free shipping|\d+ ?% off|limited time|offer ends|act now|log ?in (?:to|at)|this e-?mail was sent|privacy policy|terms of service|all rights reserved|copyright)/,
    prior: -2.5,
  },
] as const satisfies readonly Cue[]
