/** Who are the people on the customers' side? */

type Client = 'outlook' | 'outlook-de' | 'gmail' | 'phone'
type Entry = {
  name: string
  email: string
  org:
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
  title: string
  phone?: string
  client: Client
  signature: string
}

export const customerPeople = {
  // Skerrow Isles Ferries
  callum: {
    name: 'Callum Rennie',
    email: 'c.rennie@skerrowferries.example',
    org: 'skerrow',
    title: 'Compliance and Catering Standards Manager',
    phone: '+44 1847 555 0142',
    client: 'outlook',
    signature: 'Regards,\nCallum Rennie\nCompliance and Catering Standards\nSkerrow Isles Ferries, Tel. +44 1847 555 0142',
  },
  agnes: {
    name: 'Capt. Agnes Mowat',
    email: 'a.mowat@skerrowferries.example',
    org: 'skerrow',
    title: 'Marine Superintendent',
    client: 'outlook',
    signature: 'A. Mowat\nMarine Superintendent, Skerrow Isles Ferries',
  },
  donnie: {
    name: 'Donnie Laing',
    email: 'fulmar.engine@skerrowferries.example',
    org: 'skerrow',
    title: 'Chief Engineer, MV Fulmar',
    client: 'phone',
    signature: 'donnie\nSent from my phone',
  },
  ishbel: {
    name: 'Ishbel Muir',
    email: 'guillemot.purser@skerrowferries.example',
    org: 'skerrow',
    title: 'Purser, MV Guillemot',
    client: 'outlook',
    signature: 'Ishbel Muir, Purser\nMV Guillemot',
  },
  fiona: {
    name: 'Fiona Gow',
    email: 'f.gow@skerrowferries.example',
    org: 'skerrow',
    title: 'Finance Director',
    client: 'outlook',
    signature: 'Kind regards,\nFiona Gow CA\nFinance Director, Skerrow Isles Ferries',
  },
  rhona: {
    name: 'Rhona Strachan',
    email: 'r.strachan@skerrowferries.example',
    org: 'skerrow',
    title: 'Managing Director',
    client: 'outlook',
    signature: 'Yours sincerely,\nRhona Strachan\nManaging Director, Skerrow Isles Ferries',
  },
  magnus: {
    name: 'Magnus Tulloch',
    email: 'm.tulloch@skerrowferries.example',
    org: 'skerrow',
    title: 'Freight Manager',
    client: 'outlook',
    signature: 'Magnus Tulloch\nFreight, Skerrow Isles Ferries\nTel. +44 1847 555 0150',
  },
  // Pargeter & Daughters Bakers
  sue: {
    name: 'Sue Pargeter',
    email: 'sue@pargeters.example',
    org: 'pargeter',
    title: 'Managing Director',
    phone: '+44 1743 555 0101',
    client: 'phone',
    signature: 'Sue',
  },
  dele: {
    name: 'Dele Adeyemi',
    email: 'dele.adeyemi@pargeters.example',
    org: 'pargeter',
    title: 'Head of Food Safety',
    phone: '+44 1743 555 0118',
    client: 'outlook',
    signature: 'Many thanks,\nDele Adeyemi\nHead of Food Safety, Pargeter & Daughters Bakers\nTel. +44 1743 555 0118',
  },
  kev: {
    name: 'Kev Hallam',
    email: 'nights@pargeters.example',
    org: 'pargeter',
    title: 'Night Bakery Manager',
    client: 'phone',
    signature: 'kev\nSent from my phone',
  },
  marguerite: {
    name: 'Marguerite Okafor',
    email: 'marguerite.okafor@pargeters.example',
    org: 'pargeter',
    title: 'Operations Director',
    client: 'outlook',
    signature: 'Best regards,\nMarguerite Okafor\nOperations Director, Pargeter & Daughters Bakers',
  },
  ian: {
    name: 'Ian Whitlock',
    email: 'ian.whitlock@pargeters.example',
    org: 'pargeter',
    title: 'Finance Director',
    client: 'outlook',
    signature: 'Ian Whitlock\nFinance Director, Pargeter & Daughters Bakers',
  },
  jodie: {
    name: 'Jodie Birch',
    email: 'jodie.birch@pargeters.example',
    org: 'pargeter',
    title: 'Area Manager, northern shops',
    client: 'phone',
    signature: 'Jodie x',
  },
  lorna: {
    name: 'Lorna Pargeter',
    email: 'lorna@pargeters.example',
    org: 'pargeter',
    title: 'Projects and IT',
    client: 'gmail',
    signature: 'Lorna',
  },
  // Clyst Valley Linen Services, and the hospitals it washes for
  wesley: {
    name: 'Wesley Amankwah',
    email: 'wesley.amankwah@clystlinen.example',
    org: 'clyst',
    title: 'Decontamination and Quality Lead',
    phone: '+44 1392 555 0164',
    client: 'outlook',
    signature:
      'Kind regards,\nWesley Amankwah\nDecontamination and Quality Lead\nClyst Valley Linen Services, Tel. +44 1392 555 0164',
  },
  bernadette: {
    name: 'Bernadette Quigley',
    email: 'bernadette.quigley@clystlinen.example',
    org: 'clyst',
    title: 'General Manager',
    client: 'outlook',
    signature: 'Bernadette\n\nBernadette Quigley, General Manager\nClyst Valley Linen Services',
  },
  arthur: {
    name: 'Arthur Penhale',
    email: 'engineering@clystlinen.example',
    org: 'clyst',
    title: 'Engineering Shift Lead',
    client: 'phone',
    signature: 'Arthur',
  },
  pauline: {
    name: 'Pauline Marsh',
    email: 'p.marsh@clysthospitals.example',
    org: 'clysthospitals',
    title: 'Procurement Manager',
    client: 'outlook',
    signature: 'Regards\nPauline Marsh MCIPS\nProcurement Manager, Clyst Valley Hospitals Shared Services',
  },
  graham: {
    name: 'Graham Tull',
    email: 'g.tull@clysthospitals.example',
    org: 'clysthospitals',
    title: 'Information Security Manager',
    client: 'outlook',
    signature: 'Graham Tull\nInformation Security, Clyst Valley Hospitals Shared Services',
  },
  helena: {
    name: 'Dr Helena Vasey',
    email: 'h.vasey@clysthospitals.example',
    org: 'clysthospitals',
    title: 'Consultant Microbiologist',
    client: 'outlook',
    signature: 'Helena Vasey\nConsultant Microbiologist and Infection Control Doctor',
  },
  // Oude Polder Zaden, and where its champion went
  femke: {
    name: 'Femke de Haan',
    email: 'femke.dehaan@oudepolder.example',
    org: 'oudepolder',
    title: 'Head of Seed Quality',
    phone: '+31 228 555 017',
    client: 'gmail',
    signature: 'Groetjes,\nFemke\n\nFemke de Haan, Head of Seed Quality\nOude Polder Zaden B.V.',
  },
  ruben: {
    name: 'Ruben Maas',
    email: 'ruben.maas@oudepolder.example',
    org: 'oudepolder',
    title: 'Operations Manager',
    client: 'outlook',
    signature: 'R. Maas\nOperations, Oude Polder Zaden B.V.',
  },
  joost: {
    name: 'Joost Wiersma',
    email: 'joost.wiersma@oudepolder.example',
    org: 'oudepolder',
    title: 'Managing Director',
    client: 'outlook',
    signature: 'Joost Wiersma\nManaging Director, Oude Polder Zaden B.V.',
  },
  sanne: {
    name: 'Sanne Groot',
    email: 'sanne.groot@oudepolder.example',
    org: 'oudepolder',
    title: 'Laboratory Technician',
    client: 'gmail',
    signature: 'Sanne',
  },
  annelies: {
    name: 'Annelies Bakker',
    email: 'facturen@oudepolder.example',
    org: 'oudepolder',
    title: 'Accounts Payable',
    client: 'outlook',
    signature: 'Met vriendelijke groet,\nAnnelies Bakker\nCrediteurenadministratie, Oude Polder Zaden B.V.',
  },
  femkeAtNoordveld: {
    name: 'Femke de Haan',
    email: 'femke@noordveld.example',
    org: 'noordveld',
    title: 'Curator of Collections',
    phone: '+31 50 555 0192',
    client: 'gmail',
    signature: 'Groetjes,\nFemke\n\nFemke de Haan, Curator of Collections\nStichting Noordveld Genebank',
  },
  pieter: {
    name: 'Pieter Loos',
    email: 'pieter@noordveld.example',
    org: 'noordveld',
    title: 'Facilities',
    client: 'gmail',
    signature: 'Pieter Loos, Noordveld',
  },
  // Marlbury Playhouse
  ottoline: {
    name: 'Ottoline Frayne',
    email: 'ottoline.frayne@marlburyplayhouse.example',
    org: 'playhouse',
    title: 'Executive Director',
    client: 'outlook',
    signature: 'With best wishes,\nOttoline Frayne\nExecutive Director, Marlbury Playhouse',
  },
  bram: {
    name: 'Bram Castle',
    email: 'bram.castle@marlburyplayhouse.example',
    org: 'playhouse',
    title: 'Technical Director',
    client: 'gmail',
    signature: 'Bram\nTechnical Director, Marlbury Playhouse',
  },
  winifred: {
    name: 'Winifred Achebe',
    email: 'wardrobe@marlburyplayhouse.example',
    org: 'playhouse',
    title: 'Head of Wardrobe',
    client: 'gmail',
    signature: 'Winifred Achebe, Wardrobe',
  },
  perpetua: {
    name: 'Perpetua Lyle',
    email: 'treasurer@marlburyplayhouse.example',
    org: 'playhouse',
    title: 'Honorary Treasurer',
    client: 'outlook',
    signature: 'P. L.',
  },
  noor: {
    name: 'Noor Haddad',
    email: 'noor.haddad@marlburyplayhouse.example',
    org: 'playhouse',
    title: 'Assistant to the Executive Director',
    client: 'outlook',
    signature: 'Best wishes,\nNoor Haddad\nAssistant to the Executive Director, Marlbury Playhouse Trust',
  },
  // Gebrüder Hollenstedt
  lessing: {
    name: 'Dr.-Ing. Hartmut Lessing',
    email: 'h.lessing@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Leiter Qualitätssicherung',
    phone: '+49 4832 555 0 21',
    client: 'outlook-de',
    signature: 'Mit freundlichen Grüßen\ni. V. Dr.-Ing. Hartmut Lessing\nLeiter Qualitätssicherung\nTel. +49 4832 555 0 21',
  },
  annegret: {
    name: 'Annegret Hollenstedt',
    email: 'a.hollenstedt@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Geschäftsführende Gesellschafterin',
    client: 'outlook-de',
    signature: 'Mit besten Grüßen aus Wesselbüttel\nAnnegret Hollenstedt\nGeschäftsführende Gesellschafterin',
  },
  petersen: {
    name: 'Sven Petersen',
    email: 's.petersen@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Leiter IT',
    client: 'outlook-de',
    signature: 'Gruß\nSven Petersen\nLeiter IT',
  },
  behrens: {
    name: 'Gudrun Behrens',
    email: 'betriebsrat@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Vorsitzende des Betriebsrats',
    client: 'outlook-de',
    signature: 'Mit freundlichen Grüßen\nGudrun Behrens\nVorsitzende des Betriebsrats',
  },
  mehmet: {
    name: 'Mehmet Yıldız',
    email: 'messraum@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Meister Messraum',
    client: 'outlook-de',
    signature: 'Grüße aus dem Messraum\nMehmet Yıldız',
  },
  birte: {
    name: 'Birte Lohmann',
    email: 'einkauf@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Einkauf',
    client: 'outlook-de',
    signature: 'Mit freundlichen Grüßen\ni. A. Birte Lohmann\nEinkauf',
  },
  finn: {
    name: 'Finn Claasen',
    email: 'f.claasen@hollenstedt-spindel.example',
    org: 'hollenstedt',
    title: 'Auszubildender Fachinformatiker',
    client: 'outlook-de',
    signature: 'Viele Grüße\nFinn Claasen (Azubi IT, 3. Lehrjahr)',
  },
  // Others
  gwen: {
    name: 'Gwen Tarrant',
    email: 'gwen@cawstarrant.example',
    org: 'tarrant',
    title: 'Cheese maker',
    client: 'phone',
    signature: 'Diolch,\nGwen',
  },
  paulo: {
    name: 'Paulo Ferreira',
    email: 'paulo.ferreira@casca.example',
    org: 'casca',
    title: 'Export sales',
    client: 'outlook',
    signature: 'Best regards,\nPaulo Ferreira\nCasca Enclosures Lda',
  },
} as const satisfies Record<string, Entry>
