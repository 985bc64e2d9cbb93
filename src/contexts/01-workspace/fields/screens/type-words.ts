/** What are the types of fields called, and what are they for? */
import type { OwnType } from '#foundation/contract/own-field.ts'

export const typeWords: Readonly<Record<OwnType, { label: string; says: string }>> = {
  text: { label: 'Text', says: 'One line, up to 500 characters' },
  longText: { label: 'Long text', says: 'Several lines' },
  link: { label: 'Link', says: 'A web address' },
  number: { label: 'Number', says: 'With a fraction or without' },
  money: { label: 'Money', says: 'An amount in one currency' },
  share: { label: 'Share', says: 'A part of the whole, 0 to 100%' },
  day: { label: 'Day', says: 'A day of the calendar' },
  moment: { label: 'Day and time', says: 'A moment, seen in the time zone of whoever looks' },
  yesNo: { label: 'Yes or no', says: 'A tick' },
  choice: { label: 'Choice', says: 'One of several' },
  choices: { label: 'Several choices', says: 'Any number of several' },
  account: { label: 'Account', says: 'Points to an account' },
  person: { label: 'Person', says: 'Points to a person' },
  opportunity: { label: 'Opportunity', says: 'Points to an opportunity' },
  member: { label: 'Member', says: 'Points to somebody of this workspace' },
  formula: { label: 'Formula', says: 'Follows from other fields of the same record' },
  rollUp: { label: 'Roll-up', says: 'Gathers related records' },
}

/** The objects that take fields, as the screen says them. */
export const objectWords: readonly { value: string; label: string; one: string }[] = [
  { value: 'accounts', label: 'Accounts', one: 'account' },
  { value: 'people', label: 'People', one: 'person' },
  { value: 'opportunities', label: 'Opportunities', one: 'opportunity' },
]
