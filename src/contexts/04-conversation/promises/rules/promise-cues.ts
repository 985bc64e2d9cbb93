/** Which wordings commit somebody to do something that can be checked? */
import type { Cue } from '#foundation/language/weigh-cues.ts'

/** Things one does for the other side and that can be seen to have been done. */
const ACT =
  '(?:send|e-?mail|mail|post|forward|share|call|ring|phone|text|message|write|ping|drop|get back|come back|circle back|follow up|reply|respond|answer|tell|inform|update|notify|let (?:you|him|her|them|everyone) know|confirm|check|fill|find out|chase|make sure|see to it|look into|look at|look up|take a (?:closer )?look|review|go (?:over|through)|ask|talk|speak|raise|discuss|clarify|verify|investigate|prepare|put (?:together|it|this|that|your|the|you|a)|draft|draw up|make (?:a|the|you|sure you get)|set (?:it |that |this |up)|get (?:that|this|it|you|the|a|back|someone|our)|arrange|organi[sz]e|schedule|book|reserve|block|pencil|bring|deliver|ship|dispatch|drop off|pick up|collect|order|install|fix|repair|correct|change|adjust|remove|take (?:it|that|this|them|care|off|the)|add|include|attach|upload|sign|pay|transfer|refund|credit|replace|exchange|measure|test|run|visit|come (?:by|over|round|myself|to)|be (?:there|in touch)|meet|join|introduce|connect|invite|provide|give (?:you|him|her|them|it)|hand|show|walk you|quote|price|calculate|work out|propose|suggest|escalate|push|sort|handle|do (?:it|that|this|so)|finish|complete|have (?:it|that|them|this|the \\w+(?: \\w+)?|someone|somebody|my|our) (?:\\w+ )?(?:ready|done|sent|with|at|there|delivered|installed|back|over|call|contact|to you)|start|switch|extend|hold|keep you|make the|register|enter|print|scan|return|develop|create|waive|pass (?:it|this|that|them|your)|think it over)'
const ADVERB =
  '(?:also |then |just |gladly |happily |personally |definitely |certainly |be sure to |make sure to |go ahead and |quickly |first |still |immediately |of course |be happy to |try to |both |all |now )*'

export const PROMISE_CUES = [
  {
    rule: 'promise.will-act',
    form: new RegExp(
      `\\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m gonna) ${ADVERB}${ACT}\\b`,
    ),
    prior: 4.2,
  },
  { rule: 'promise.will', form: /\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to)\b/, prior: 0.4 },
  {
    rule: 'promise.act-now',
    form: /\b(?:i|we) (?:will )?(?:(?:am|are) )?(?:send|sending|bring|bringing|forward|forwarding|book|booking|call|calling|prepare|preparing|deliver|post|return|ship|give|come|check|ask)\b/,
    unless: /\b(?:i|we) (?:always|usually|never|often|had|have|used|was|were)\b|\bevery\b/,
    prior: 1.2,
  },
  {
    rule: 'promise.am-sending',
    form: /\b(?:i'm|i am|we're|we are) (?:sending|e-?mailing|forwarding|bringing|preparing|ordering|booking|shipping|drafting|working on (?:it|your|the)|getting (?:that|it)|putting)\b/,
    prior: 3.8,
  },
  {
    rule: 'promise.you-will-have',
    form: /\b(?:you(?:'ll| will| should)|they(?:'ll| will)) (?:then |also )?(?:have|get|receive|hear (?:from|back)|find|see) (?!able|to |been)\w+/,
    prior: 4.0,
  },
  {
    rule: 'promise.will-reach-you',
    form: /\b(?:will|'ll) (?:be (?:with you|in your|on your|there|ready|delivered|sent|shipped|fixed|done|set off|corrected|credited|refunded|installed|available|completed|replaced|back|changed|deducted|processed|signed|published)|reach you|arrive|follow|go out|leave (?:here|us)|come (?:by|from|to you))\b|\b(?:goes out|leaves (?:here|us|our)|ships|is on its way)\b/,
    prior: 3.3,
  },
  {
    rule: 'promise.let-me',
    form: /\blet me (?:talk|speak|check|find|get back|send|ask|look|see (?:if|whether|what)|confirm|raise|come back|take (?:this|that|it)|go (?:away|back)|run|put|set|double-check|e-?mail|call|have)\b/,
    prior: 4.2,
  },
  {
    rule: 'promise.will-do',
    form: /^(?:(?:yes|yeah|sure|ok|okay|right|great|fine|absolutely|perfect|no problem)[,.! ]+)*(?:will do|consider it done|leave (?:it|that) (?:with|to) me|i'm on it|on it|count on (?:it|me)|i promise|you have my word|you(?:'ve| have) got it)\b/,
    prior: 6.5,
  },
  {
    rule: 'promise.can-do',
    form: /\b(?:i|we) can (?:do|have|send|bring|deliver|get|come|be|ship|make|start|call|give|let you) .*\b(?:on|by|before|until|tomorrow|today|tonight|this|next|the (?:first|second|third|\d))\b/,
    where: 'statement',
    prior: 2.0,
  },
  {
    rule: 'promise.when-named',
    form: /\b(?:today|tonight|tomorrow|this (?:week|afternoon|evening|morning|month)|next (?:week|month|monday|tuesday|wednesday|thursday|friday)|(?:by|on|before|until|till) (?:the |next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|end|eod|cob|noon|lunch|\d|first|second|third|twent\w+|thirt\w+|january|february|march|april|june|july|august|september|october|november|december|26|may)|right (?:away|after|now)|shortly|straight away|immediately|asap|as soon as|within|first thing|in (?:a|an|the|two|three|\d) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|morning)|monday|tuesday|wednesday|thursday|friday|then)\b/,
    prior: 1.2,
  },
  { rule: 'promise.to-you', form: /\b(?:you|your|him|her|them|over|back)\b/, prior: 0.3 },
  {
    rule: 'promise.after-request',
    form: /\b(?:can|could|would|will) (?:you|i|we|somebody|someone)\b|\bplease\b|\bsend (?:me|us|them|it)\b|\bwill you\b/,
    on: 'asked',
    where: 'answer',
    prior: 0.5,
  },
  {
    rule: 'promise.ack',
    form: /^(?:great|perfect|alright|okay|ok|sure|fantastic|excellent|wonderful|yes|yeah|absolutely|got it|of course|no problem|understood|will)\b/,
    prior: 0.2,
  },
  {
    rule: 'promise.state-not-act',
    form: /\b(?:i|we)(?:'ll| will) (?:be (?:honest|frank|quick|brief|short|blunt|direct|at|in|out|away|on|happy to|glad to|able|sincere|harvesting|opening|\d)|admit|say|need|have to|want|never|not|see (?:how|what i can|what we can)|pass|leave it (?:there|at)|take (?:your word|the|that as|it as|two|one|three)|grant|give (?:you that|it a)|bet|believe|know|go (?:with|for|crazy|mad)|survive|manage|lose|miss|pay|wait|skip|think about|love|like|always|still have|probably|explain|just say|start by|use|grow|cancel|go elsewhere|stay|stick|keep (?:it|doing|using)|tell you (?:why|what|something|the truth|honestly))\b/,
    prior: -2.2,
  },
  {
    rule: 'promise.condition',
    form: /\b(?:if (?:you|we|that|it|the|they)|unless|when you (?:sign|order|buy|become)|once you(?:'ve| have)? (?:sign|order|join|bought|decid)|should you|in case|depending|provided)\b/,
    prior: -1.1,
  },
  {
    rule: 'promise.pitch',
    form: /\b(?:(?:our|the) (?:[\w-]+ )?(?:platform|system|solution|product|software|tool|service|app|experts?|specialists?|consultants?|support(?: team)?|team) (?:will|'ll|can|would) (?:help|guide|support|ensure|make sure|assist|work|be (?:there|available|able|happy|with)|handle|take care|provide|walk|monitor|always|give|save|allow|enable)|(?:i|we)(?:'ll| will) (?:work (?:closely )?with|help|guide|support|ensure|tailor|assist|be (?:there|here|with you) (?:every|to|for|through)|always|take care of everything|handle everything|walk you through (?:every|the (?:process|setup|set-up)))|you(?:'ll| will) (?:be able|see (?:a|that|how|results|an)|love|find that|have (?:access|full|a dedicated|everything|peace)|get (?:access|a dedicated|the best|full|all)|never)|every step|smooth(?:ly)?|seamless\w*)\b/,
    prior: -1.6,
  },
  {
    rule: 'promise.hypothetical',
    form: /\b(?:would|could|might|maybe|perhaps|probably|i'd|we'd|i suppose|hopefully|i hope|try|should be able)\b/,
    prior: -1,
  },
  { rule: 'promise.question', form: /\S/, where: 'question', prior: -2 },
  { rule: 'promise.negated', form: /\b(?:won't|will not|not going to|never|can't|cannot)\b/, prior: -1 },
  { rule: 'promise.others', form: /\b(?:they|he|she|it|the \w+|somebody|someone)(?:'ll| will)\b/, prior: -0.6 },
  {
    rule: 'promise.told-past',
    form: /\b(?:said|told|promised|wrote|was going to|were going to|as promised|last (?:time|week|year|month))\b/,
    prior: -1,
  },
  {
    rule: 'promise.our-people-will',
    form: /\b(?:our|my|the|a) (?:[\w-]+ ){0,2}?(?:technicians?|team|drivers?|engineers?|colleagues?|fitters?|installers?|courier|couriers|electricians?|mechanics?|accountants?|lawyers?|assistant|office|warehouse|logistics|trainers?|consultants?|planners?|specialists?|boss|manager|finance|accounts|workshop|department|people|crew)(?: team)? (?:will|'ll|is going to|are going to) (?:be (?:at|on|with|there)|come|call|ring|contact|send|e-?mail|collect|deliver|bring|install|fix|repair|replace|visit|pick|check|pay|sign|prepare|get in touch|reach out|confirm|measure|show|start)\b/,
    prior: 4.5,
  },
  {
    rule: 'promise.if-you-buy',
    form: /\b(?:if|when|once|as soon as|should) (?:you|we)(?:'d| would| do| both)? (?:sign|order|buy|purchase|subscribe|upgrade|go ahead|go with|choose|decide|commit|move forward|become|agree to|take (?:the|our|both)|renew)\b/,
    on: 'sentence',
    prior: -6,
  },
] as const satisfies readonly Cue[]
