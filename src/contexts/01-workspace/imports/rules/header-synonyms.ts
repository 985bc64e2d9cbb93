/** Under which headings do other programs write our fields, in English and German? */

export type TableRecord = 'accounts' | 'people' | 'opportunities' | 'meetings'

/**
 * Headings as `plainHeader` makes them. The first of each row are the ones that other fields do not share. Sources: the export formats of
 * Salesforce, HubSpot, Pipedrive, Zoho, Dynamics and Outlook, and the public pipeline sets.
 */
const SYNONYMS: Record<TableRecord, Record<string, string>> = {
  accounts: {
    name:
      'account name, company name, company, organization name, organisation name, organization, organisation, ' +
      'account, customer name, customer, client, client name, business name, firma, firmenname, unternehmen, ' +
      'unternehmensname, kunde, kundenname, konto, kontoname, name, name 1',
    domain: 'company domain name, domain, domain name, email domain, mail domain, maildomain, company domain, domains',
    website:
      'website, website url, web site, url, homepage, web, web address, webseite, internetseite, webadresse, ' + 'internet',
    industry: 'industry, sector, vertical, branch, branche, industrie, wirtschaftszweig, industry type',
    country:
      'country, billing country, country region, hq country, office location, location, land, staat, ' +
      'billing country code, address country, country of address',
    employeeCount:
      'employees, number of employees, employee count, no of employees, headcount, staff, company size, size, ' +
      'mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter, beschaftigte',
    standing:
      'standing, account type, type, lifecycle stage, customer type, account status, kundenstatus, kontotyp, typ, ' +
      'relationship type',
    ownerName:
      'account owner, company owner, owner, account manager, key account manager, kundenbetreuer, betreuer, ' +
      'inhaber, verantwortlich, owner name, owner id',
    externalId:
      'id, record id, account id, company id, organization id, organisation id, customer id, customer number, ' +
      'kundennummer, kunden nr, kundennr, external id, debitor, debitorennummer',
    phone: 'phone, phone number, telephone, telefon, telefonnummer, main phone',
    revenue: 'revenue, annual revenue, umsatz, jahresumsatz, turnover',
    note: 'note, notes, description, about us, comment, comments, notiz, notizen, bemerkung, beschreibung, kommentar, ' + 'info',
  },
  people: {
    name:
      'full name, contact name, person name, name, display name, contact, person, ansprechpartner, ' +
      'vollstandiger name, kontakt, kontaktname, kontaktperson, anzeigename',
    firstName: 'first name, firstname, given name, forename, vorname',
    lastName: 'last name, lastname, surname, family name, nachname, familienname, name nachname, zuname',
    email:
      'email, e mail, email address, e mail address, mail, work email, business email, email work, primary email, ' +
      'e mail adresse, mailadresse, email adresse, e mail geschaftlich',
    accountName:
      'company, company name, account name, account, organization, organisation, organization name, ' +
      'associated company, primary associated company, employer, customer, firma, unternehmen, kunde, ' +
      'organisationsname, firmenname',
    accountExternalId:
      'account id, company id, organization id, associated company id, associated company ids, kundennummer, ' +
      'primary associated company id',
    title:
      'job title, title, jobtitle, position, role, function, funktion, stelle, berufsbezeichnung, ' + 'stellenbezeichnung, rolle',
    phone:
      'phone, phone number, telephone, work phone, business phone, mobile, mobile phone, cell, telefon, ' +
      'telefonnummer, mobil, handy, rufnummer, telefon geschaftlich, mobile phone number',
    ownerName: 'contact owner, owner, betreuer, inhaber, owner name',
    externalId: 'id, record id, contact id, person id, external id, kontakt id, kontaktnummer, lead id',
    note: 'note, notes, description, comment, notiz, notizen, bemerkung, kommentar',
  },
  opportunities: {
    name:
      'opportunity name, deal name, deal title, opportunity, deal, title, name, subject, topic, project, projekt, ' +
      'verkaufschance, chance, bezeichnung, titel, thema, projektname, vorgang, opportunity title',
    accountName:
      'account name, account, company, company name, customer, organization, organisation, associated company, ' +
      'client, potential customer, firma, kunde, unternehmen, konto, kundenname, associated company names, ' +
      'organisation name, organization name, primary associated company',
    accountExternalId:
      'account id, company id, organization id, associated company ids, associated company id, kundennummer, ' +
      'customer id, primary associated company id',
    personName:
      'contact, contact name, contact person, associated contact, primary contact, person, ansprechpartner, ' +
      'kontakt, associated contacts',
    personEmail: 'contact email, email, e mail, email address, kontakt e mail',
    stageName:
      'deal stage, stage, stage name, stagename, opportunity stage, sales stage, pipeline stage, phase, ' +
      'verkaufsphase, vertriebsphase, stufe, status, sales phase',
    pipelineName: 'pipeline, pipeline name, deal pipeline, sales pipeline',
    outcome: 'outcome, won lost, deal status, result, ergebnis, ausgang, is won',
    amount:
      'amount, deal value, close value, value, deal amount, opportunity value, opportunity amount, est revenue, ' +
      'estimated revenue, expected amount, total, revenue, price, betrag, wert, volumen, auftragswert, umsatz, ' +
      'summe, angebotswert, angebotssumme, amount in company currency, budget, arr, acv, tcv, mrr',
    currency:
      'currency, deal currency, currency of value, currency code, currency iso code, currencyisocode, wahrung, wahrungscode, ' +
      'opportunity currency',
    openedOn:
      'created date, create date, created, created on, created at, deal created, opened, open date, opened on, ' +
      'engage date, start date, date created, erstellt, erstellt am, angelegt, angelegt am, anlagedatum, eroffnet, ' +
      'eroffnet am, erstellungsdatum, beginn',
    closeOn:
      'close date, closed date, expected close date, closing date, est close date, estimated close date, ' +
      'closedate, close on, won time, deal closed on, target date, abschlussdatum, abschluss, ' +
      'erwarteter abschluss, geplanter abschluss, erwartetes abschlussdatum, geplantes abschlussdatum, ' +
      'abschluss am, voraussichtlicher abschluss',
    ownerName:
      'sales agent, deal owner, opportunity owner, owner, owner name, sales rep, salesperson, sales person, ' +
      'account executive, rep, assigned to, verantwortlich, verantwortlicher, vertriebler, vertriebsmitarbeiter, ' +
      'bearbeiter, inhaber, besitzer, zustandig, owner id',
    product: 'product, product name, products, product interest, produkt, produkte, artikel, produktname, solution',
    externalId:
      'opportunity id, deal id, id, record id, external id, opportunity number, vorgangsnummer, projektnummer, ' +
      'angebotsnummer, chance id',
    closeReason:
      'closed lost reason, lost reason, loss reason, closed won reason, reason, win loss reason, status reason, ' +
      'reason lost, verlustgrund, grund, ablehnungsgrund, absagegrund',
    probability: 'probability, deal probability, probability percent, wahrscheinlichkeit, chance prozent, win probability',
    note: 'note, notes, description, deal description, next step, comment, notiz, bemerkung, beschreibung, kommentar',
  },
  meetings: {
    title: 'event, event name, meeting, meeting title, subject, summary, betreff, termin, title, titel',
    startsAt: 'starts, start, start date, start time, begins, beginn, beginnt am, startdatum, start datetime',
    endsAt: 'ends, end, end date, end time, ende, endet am, enddatum, end datetime',
    isAllDay: 'all day, all day event, ganztagig, ganztagiges ereignis',
    timeZone: 'time zone, timezone, zeitzone',
    location: 'where, location, place, room, ort, raum',
    organizer: 'organizer, organiser, meeting organizer, besprechungsplanung, organisator',
    attendees: 'attendees, participants, guests, invitees, required attendees, teilnehmer, erforderliche teilnehmer',
    status: 'event status, meeting status, status',
    repeats: 'repeats, recurrence, rrule, wiederholung',
    about: 'about, description, agenda, beschreibung, notes',
    sourceKey: 'uid, event id, meeting id, id',
  },
}
/** Fields that a contract or an importer may name in another way; all mean the row of SYNONYMS on the right. */
const SAME_FIELD: Record<string, string> = {
  account: 'accountName', accountId: 'accountName', company: 'accountName', owner: 'ownerName', ownerId: 'ownerName', stage: 'stageName', stageId: 'stageName',
  amountMinor: 'amount', value: 'amount', closeDate: 'closeOn', openDate: 'openedOn', employees: 'employeeCount', accountDomain: 'domain', person: 'personName', personId: 'personName',
} // biome-ignore format: a table

/** Words that name the record itself and are often put in front: "Deal - Title", "Account: Name", "Opportunity Owner". */
export const RECORD_WORDS: Record<TableRecord, readonly string[]> = {
  accounts: [
    'account',
    'accounts',
    'company',
    'companies',
    'organization',
    'organizations',
    'organisation',
    'organisations',
    'customer',
    'customers',
    'firma',
    'firmen',
    'kunde',
    'kunden',
    'unternehmen',
    'client',
    'clients',
  ],
  people: ['person', 'people', 'persons', 'contact', 'contacts', 'kontakt', 'kontakte', 'ansprechpartner', 'personen'],
  opportunities: [
    'opportunity',
    'opportunities',
    'deal',
    'deals',
    'pipeline',
    'verkaufschance',
    'verkaufschancen',
    'chance',
    'chancen',
    'opp',
    'opps',
  ],
  meetings: ['event', 'events', 'meeting', 'meetings', 'appointment', 'appointments', 'termin', 'termine', 'besprechung'],
}

/** How strongly a field speaks for its record: a stage makes a table of opportunities, a name makes nothing. */
export const TELLING: Record<TableRecord, Record<string, number>> = {
  accounts: {
    domain: 2,
    website: 1.5,
    industry: 1.5,
    employeeCount: 2,
    revenue: 1.5,
    country: 0.7,
    name: 0.8,
    standing: 0.4,
    externalId: 0.2,
    note: 0.1,
    phone: 0.3,
    ownerName: 0.2,
  },
  people: {
    email: 2.5,
    firstName: 2.5,
    lastName: 2.5,
    title: 0.8,
    name: 0.7,
    phone: 0.8,
    accountName: 0.6,
    externalId: 0.2,
    note: 0.1,
    ownerName: 0.2,
    accountExternalId: 0.4,
  },
  opportunities: {
    stageName: 2.5,
    amount: 1.8,
    closeOn: 2.2,
    openedOn: 0.7,
    outcome: 1,
    probability: 1.5,
    closeReason: 1.2,
    product: 0.5,
    ownerName: 0.5,
    accountName: 0.7,
    name: 0.6,
    currency: 0.6,
    externalId: 0.2,
    accountExternalId: 0.4,
    personName: 0.2,
    personEmail: 0.2,
    note: 0.1,
  },
  meetings: {
    startsAt: 2,
    endsAt: 2,
    attendees: 2,
    organizer: 1.5,
    isAllDay: 1.5,
    title: 0.5,
    location: 0.4,
    repeats: 1,
    sourceKey: 0.2,
  },
}

/** Headings that mean something in every kind of table: they map well, but hardly tell what the table is about. */
export const WEAK_HEADERS: ReadonlySet<string> = new Set([
  'name',
  'title',
  'id',
  'type',
  'status',
  'revenue',
  'umsatz',
  'total',
  'price',
  'value',
  'wert',
  'summe',
  'subject',
  'topic',
  'url',
  'size',
  'location',
])

/** The concept a field stands for, whatever its name. */
export const conceptOf = (field: string): string => SAME_FIELD[field] ?? field

const lists = new Map<string, readonly string[]>()

/** The headings under which other programs write a field of a record, most telling first. */
export function headerSynonyms(record: TableRecord, field: string): readonly string[] {
  const key = `${record}.${conceptOf(field)}`
  const known = lists.get(key) ?? SYNONYMS[record][conceptOf(field)]?.split(', ') ?? []
  lists.set(key, known)
  return known
}
