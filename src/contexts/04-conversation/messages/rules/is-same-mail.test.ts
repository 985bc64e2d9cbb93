/** Are copies of a mail known as one, and different mails under one id as two? */
import { expect, it } from 'vitest'
import { isSameMail } from './is-same-mail.ts'

it.each([
  ['We need it by May.', 'We  need it\nby May.', true],
  ['We need it by May.', 'We need it by May.\n-- \nThe harbour list', true],
  ['We need it by May.', 'We no longer need it.', false],
  ['', 'We need it by May.', false],
  ['', ' \n', true],
])('%j and %j: %s', (one, other, same) => expect(isSameMail(one, other)).toBe(same))
