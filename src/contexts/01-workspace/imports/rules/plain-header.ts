/** Which words does a heading consist of, whoever wrote it? */

/** "Deal - Expected Close Date (2)" and "ExpectedCloseDate__c" both become words in small letters without accents. */
export function plainHeader(header: string): string {
  return header
    .replace(/\s\(\d+\)$/, '')
    .replace(/__c$/i, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
