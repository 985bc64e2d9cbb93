/** Who lives in the demo world: the vendor's team, the customers, and the people one remembers? */
import { customerPeople } from './cast-customers.ts'

export type Zone = 'Europe/London' | 'Europe/Berlin' | 'Europe/Amsterdam'

export type Organisation = {
  name: string
  domain: string
  website: string
  industry: string
  country: string
  employees: number | null
  standing: 'prospect' | 'customer' | 'former'
  /** The member of the vendor's team who looks after them; null for the vendor itself. */
  owner: 'maud' | 'tomasz' | 'priya' | 'jonas' | 'isla' | null
  zone: Zone
  /** Small print that their mail server puts under every mail. */
  disclaimer?: string
  note?: string
}

export type Person = {
  name: string
  email: string
  org: OrganisationKey
  title: string
  phone?: string
  /** How their mail program quotes; 'phone' quotes nothing. */
  client: 'outlook' | 'outlook-de' | 'gmail' | 'phone'
  /** Stands under every mail unless the mail is `unsigned`. */
  signature: string
}

export const organisations = {
  wrenfold: {
    name: 'Wrenfold Instruments Ltd',
    domain: 'wrenfold.example',
    website: 'https://wrenfold.example',
    industry: 'Sensors and logbooks',
    country: 'United Kingdom',
    employees: 23,
    standing: 'customer',
    owner: null,
    zone: 'Europe/London',
  },
  skerrow: {
    name: 'Skerrow Isles Ferries',
    domain: 'skerrowferries.example',
    website: 'https://skerrowferries.example',
    industry: 'Passenger and freight ferries',
    country: 'United Kingdom',
    employees: 212,
    standing: 'customer',
    owner: 'priya',
    zone: 'Europe/London',
    disclaimer:
      'This e-mail is confidential and intended only for the addressee. If you have received it in error please delete it and tell the sender. Skerrow Isles Ferries accepts no liability for delays to sailings communicated by e-mail.',
    note: 'Five vessels. Galleys, cold stores and the medicine locker.',
  },
  pargeter: {
    name: 'Pargeter & Daughters Bakers',
    domain: 'pargeters.example',
    website: 'https://pargeters.example',
    industry: 'Bakery chain',
    country: 'United Kingdom',
    employees: 410,
    standing: 'customer',
    owner: 'priya',
    zone: 'Europe/London',
    note: 'One night bakery, 34 shops, fourth generation. Sue decides over tea, Ian decides over the numbers.',
  },
  clyst: {
    name: 'Clyst Valley Linen Services',
    domain: 'clystlinen.example',
    website: 'https://clystlinen.example',
    industry: 'Hospital laundry',
    country: 'United Kingdom',
    employees: 164,
    standing: 'prospect',
    owner: 'priya',
    zone: 'Europe/London',
    note: 'Washes 340,000 pieces a week for nine hospitals. Came to us through Sue Pargeter, whose whites they wash.',
  },
  clysthospitals: {
    name: 'Clyst Valley Hospitals Shared Services',
    domain: 'clysthospitals.example',
    website: 'https://clysthospitals.example',
    industry: 'Hospitals',
    country: 'United Kingdom',
    employees: 5200,
    standing: 'prospect',
    owner: 'priya',
    zone: 'Europe/London',
    disclaimer:
      'CAUTION: this message may contain information that is confidential and privileged. It is intended solely for the use of the individual to whom it is addressed. If you are not the intended recipient you must not copy, distribute or rely on it.',
  },
  oudepolder: {
    name: 'Oude Polder Zaden B.V.',
    domain: 'oudepolder.example',
    website: 'https://oudepolder.example',
    industry: 'Seed breeding',
    country: 'Netherlands',
    employees: 96,
    standing: 'customer',
    owner: 'priya',
    zone: 'Europe/Amsterdam',
    note: 'Seed vault at -18 degrees, four drying halls. Looked after by Jonas until his leave.',
  },
  noordveld: {
    name: 'Stichting Noordveld Genebank',
    domain: 'noordveld.example',
    website: 'https://noordveld.example',
    industry: 'Gene bank',
    country: 'Netherlands',
    employees: 31,
    standing: 'prospect',
    owner: 'priya',
    zone: 'Europe/Amsterdam',
  },
  playhouse: {
    name: 'Marlbury Playhouse Trust',
    domain: 'marlburyplayhouse.example',
    website: 'https://marlburyplayhouse.example',
    industry: 'Theatre',
    country: 'United Kingdom',
    employees: 58,
    standing: 'customer',
    owner: 'priya',
    zone: 'Europe/London',
    disclaimer:
      'Please consider the environment before printing this e-mail. This message is confidential and intended solely for the addressee.',
  },
  hollenstedt: {
    name: 'Gebrüder Hollenstedt Präzisionsspindel- und Sondermaschinenbau GmbH & Co. Kommanditgesellschaft',
    domain: 'hollenstedt-spindel.example',
    website: 'https://hollenstedt-spindel.example',
    industry: 'Maschinenbau',
    country: 'Germany',
    employees: 340,
    standing: 'prospect',
    owner: 'tomasz',
    zone: 'Europe/Berlin',
    disclaimer:
      'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender und vernichten Sie diese E-Mail. Sitz der Gesellschaft: Wesselbüttel, HRA 20977, persönlich haftende Gesellschafterin: Hollenstedt Verwaltungs-GmbH.',
    note: 'Spindles for machine tools. Measuring room at 20 degrees plus or minus half a degree. Jonas opened it, Tomasz took it over.',
  },
  tarrant: {
    name: 'Caws Tarrant',
    domain: 'cawstarrant.example',
    website: 'https://cawstarrant.example',
    industry: 'Cheese maker',
    country: 'United Kingdom',
    employees: 6,
    standing: 'prospect',
    owner: 'priya',
    zone: 'Europe/London',
  },
  casca: {
    name: 'Casca Enclosures Lda',
    domain: 'casca.example',
    website: 'https://casca.example',
    industry: 'Supplier: marine housings',
    country: 'Portugal',
    employees: 40,
    standing: 'prospect',
    owner: 'maud',
    zone: 'Europe/London',
    note: 'Our supplier of the marine housing, not a customer.',
  },
} as const satisfies Record<string, Organisation>

export type OrganisationKey =
  | 'wrenfold'
  | 'skerrow'
  | 'pargeter'
  | 'clyst'
  | 'clysthospitals'
  | 'oudepolder'
  | 'noordveld'
  | 'playhouse'
  | 'hollenstedt'
  | 'tarrant'
  | 'casca'

export const vendorPeople = {
  maud: {
    name: 'Maud Ellery',
    email: 'maud@wrenfold.example',
    org: 'wrenfold',
    title: 'Founder and Managing Director',
    phone: '+44 117 496 0110',
    client: 'gmail',
    signature: 'Maud\n\nMaud Ellery, Founder\nWrenfold Instruments Ltd, The Old Ropewalk, Bristol\n+44 117 496 0110',
  },
  tomasz: {
    name: 'Tomasz Wilk',
    email: 'tomasz@wrenfold.example',
    org: 'wrenfold',
    title: 'Head of Sales',
    phone: '+44 117 496 0114',
    client: 'gmail',
    signature: 'Tomasz Wilk\nHead of Sales, Wrenfold Instruments Ltd\n+44 117 496 0114',
  },
  priya: {
    name: 'Priya Raman',
    email: 'priya@wrenfold.example',
    org: 'wrenfold',
    title: 'Account Executive',
    phone: '+44 117 496 0117',
    client: 'gmail',
    signature: 'Best wishes,\nPriya\n\nPriya Raman, Wrenfold Instruments Ltd\n+44 117 496 0117',
  },
  jonas: {
    name: 'Jonas Brandt',
    email: 'jonas@wrenfold.example',
    org: 'wrenfold',
    title: 'Account Manager, DACH and Benelux',
    phone: '+49 40 555 01 63',
    client: 'outlook-de',
    signature: 'Jonas Brandt\nWrenfold Instruments Ltd, Büro Hamburg\nTel. +49 40 555 01 63',
  },
  isla: {
    name: 'Isla Kerr',
    email: 'isla@wrenfold.example',
    org: 'wrenfold',
    title: 'Customer Success and Field Engineering',
    phone: '+44 117 496 0121',
    client: 'gmail',
    signature: 'Isla\n\nIsla Kerr, Customer Success and Field Engineering\nWrenfold Instruments Ltd, +44 117 496 0121',
  },
  hamish: {
    name: 'Hamish Dey',
    email: 'hamish@wrenfold.example',
    org: 'wrenfold',
    title: 'Firmware Lead',
    client: 'gmail',
    signature: 'H.',
  },
  oonagh: {
    name: 'Oonagh Tierney',
    email: 'accounts@wrenfold.example',
    org: 'wrenfold',
    title: 'Accounts',
    phone: '+44 117 496 0130',
    client: 'outlook',
    signature: 'Kind regards,\nOonagh Tierney\nAccounts, Wrenfold Instruments Ltd\nTel. +44 117 496 0130',
  },
  alarms: {
    name: 'Wrenfold Logbook alarms',
    email: 'alarms@wrenfold.example',
    org: 'wrenfold',
    title: 'Alarm service',
    client: 'phone',
    signature: 'Wrenfold Logbook. Do not answer this message: ring +44 117 496 0199.',
  },
} as const satisfies Record<string, Person>

/** The five who sign in, with their roles. */
export const team = [
  { person: 'maud', role: 'owner' },
  { person: 'tomasz', role: 'manager' },
  { person: 'priya', role: 'member' },
  { person: 'jonas', role: 'member' },
  { person: 'isla', role: 'member' },
] as const satisfies readonly { person: keyof typeof vendorPeople; role: 'owner' | 'manager' | 'member' }[]

export const people = { ...vendorPeople, ...customerPeople }
export type PersonKey = keyof typeof people
export type MemberKey = (typeof team)[number]['person']
