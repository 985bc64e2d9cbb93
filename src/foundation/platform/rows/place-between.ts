/** Where does a card stand among others? By a key of text that sorts byte by byte and always leaves room for one between. */
import { generateKeyBetween } from 'fractional-indexing'

const turned = 'fedcba9876543210'

/** The place of a row that nobody has placed: by its id (UUID v7), the newest first. */
export const placeOfBirth = (id: string): string =>
  `k${id
    .toLowerCase()
    .replaceAll('-', '')
    .replace(/[0-9a-f]/g, (digit) => turned.charAt(Number.parseInt(digit, 16)))}V`

/** A place between two others; null stands for the end on that side. @throws Error when `above` does not come before `below` */
export const placeBetween = (above: string | null, below: string | null): string => generateKeyBetween(above, below)
