/** What is a company called, when all we have is its mail domain? */
import { getDomainWithoutSuffix } from 'tldts'

const word = (part: string): string =>
  part.length <= 3 || !/[aeiouy]/.test(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)

/** "nexiv-solutions.co.uk" is "Nexiv Solutions", "ibm.com" is "IBM". A person can correct it. */
export function nameAccountFromDomain(domain: string): string {
  const bare = getDomainWithoutSuffix(domain) || domain
  const named = bare
    .split(/[-_.]+/)
    .filter(Boolean)
    .map(word)
    .join(' ')
  return (named || domain).slice(0, 200)
}
