/** Which standing do another system's words mean? */

/** "Customer - Direct" is a customer, "Churned" a former one; null when the words do not tell. */
export function readStanding(words: string): 'prospect' | 'customer' | 'former' | null {
  if (/\b(?:former|ex|churn\w*|lost|past|inactive|ehemalig\w*)\b/i.test(words)) return 'former'
  if (/\b(?:prospect\w*|lead|target|opportunity|interessent\w*)\b/i.test(words)) return 'prospect'
  if (/\b(?:customer|client|active|kunde|bestandskunde)\b/i.test(words)) return 'customer'
  return null
}
