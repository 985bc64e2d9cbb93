/** Which words of a text carry its subject, in a form in which "orders" and "ordering" are one? */

const EMPTY = new Set(
  "a about above after again against all almost along also although always am an and any anybody anyone anything are aren't around as ask at away back be because been before being below between both but by can can't cannot cause come could couldn't did didn't do does doesn't doing don't down each either else enough even ever every everybody everyone everything few first for from further get gets getting give go goes going gone gonna good got great had has have haven't having he he'd he'll he's her here hers herself hi him himself his hm how i i'd i'll i'm i've if in instead into is isn't it it's its itself just keep know last least less let let's like little ll look looking lot made make makes making many may maybe me mean might mine mm more most mostly much must my myself need needs never no nobody none nor not nothing now of off oh ok okay on once one only or other others otherwise our ours ourselves out over own per perhaps please pretty put quite rather re really right said same say says see seem seems shall she should shouldn't since so some somebody someone something sometimes somewhere soon still such sure take takes tell than thank thanks that that's the their theirs them themselves then there there's these they they'd they'll they're they've thing things think this those though through time to too two um uh under until up upon us use used using very want wants was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when where whether which while who whole whom whose why will with within without won't would wouldn't yeah yes yet you you'd you'll you're you've your yours".split(
    ' ',
  ),
)

/** Strips the endings that change a word's form, not its subject. Rough on purpose: it only has to be the same each time. */
export function stemWord(word: string): string {
  let stem = word.replace(/'s$/, '')
  if (stem.length > 4)
    stem = stem
      .replace(/(?:ies|ied)$/, 'y')
      .replace(/(?:sses)$/, 'ss')
      .replace(/([^s])s$/, '$1')
  if (stem.length > 6) stem = stem.replace(/(?:ational|ations?|ments?|ness|edly|ity|ive|able|ible|ance|ence)$/, '')
  if (stem.length > 5) stem = stem.replace(/(?:ing|ed|ers?|ly)$/, '')
  return stem.length > 4 ? stem.replace(/(.)\1$/, '$1').replace(/e$/, '') : stem
}

/** The stems of the words that carry meaning, figures included; no repeats. */
export function contentStems(plain: string): string[] {
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  return [...new Set(words.filter((word) => word.length > 2 && !EMPTY.has(word)).map(stemWord))]
}
