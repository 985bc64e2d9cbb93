/** Where is a row of this record shown, and what is it called? */

const places: Readonly<Record<string, { path: string; noun: string; plural: string }>> = {
  accounts: { path: '/accounts', noun: 'account', plural: 'Accounts' },
  people: { path: '/people', noun: 'person', plural: 'People' },
}
export const placeOf = (record: string) => places[record] ?? { path: `/${record}`, noun: 'row', plural: record }
export const hrefOf = (record: string, id: string): string => `${placeOf(record).path}/${id}`
export const compareHref = (record: string, left: string, right: string): string =>
  `/duplicates?record=${record}&left=${left}&right=${right}`
