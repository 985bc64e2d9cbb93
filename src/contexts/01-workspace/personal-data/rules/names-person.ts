/** Do the values of a change name a person as the one who wrote, spoke or promised? */

export const namesPerson = (values: unknown, personId: string): boolean =>
  typeof values === 'object' &&
  values !== null &&
  Object.entries(values).some(([field, value]) => value === personId && /person/i.test(field))
