/** Which words of a person's name tell who they are, and which two given names are one? */
import { foldLetters } from './fold-letters.ts'

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev fr herr frau dipl ing mag bsc msc mba phd md dds esq jr sr ii iii iv mme mlle sig sra'.split(
    ' ',
  ),
)

// Given names and their everyday forms, of several languages. The first of a line stands for all.
const families =
  `alexander alex sasha sandy xander,alexandra alex sandra sasha,andrew andy drew,anthony tony,antonio toni tonio,benjamin ben benny,catherine kate cathy
katherine kathryn kathy katie kat cat,charles charlie chuck carlos,christopher chris topher,christina chris tina christine,daniel dan danny,david dave davy,deborah deb debbie,
dominic dom nick,edward ed eddie ted ned,elizabeth liz beth lizzie eliza betty elisabeth lisa,emily em emma,francis frank,franziska franzi,frederick fred freddie fritz friedrich,
gabriel gabe,gabriele gabi,george georg jorge,gerald gerry jerry,gregory greg,heinrich heinz heiner,jacob jake jakob,james jim jimmy jamie,janet jan,jeffrey jeff geoff geoffrey,
jennifer jen jenny,jessica jess jessie,john jack johnny jon jonathan johann hans jan,johannes hannes hans,joseph joe joey josef sepp jose pepe,joshua josh,judith judy,karl carl,
kenneth ken kenny,lawrence larry laurence,leonard leo len lenny,madeleine maddy maddie,margaret maggie meg peggy greta margarete gretchen,maria mary marie mia,martin marty,
matthew matt matty matthias,maximilian max,michael mike mick mickey michel miguel,natalie nat,nathaniel nathan nate,nicholas nick nicky nicolas niklas klaus,oliver olly ollie,
pamela pam,patricia pat patty tricia trish,patrick pat paddy,peter pete pedro pierre,philip phil phillip,rebecca becky becca,reginald reg reggie,richard rick dick ricky rich,
robert rob bob bobby robbie bert,ronald ron ronnie,samantha sam,samuel sam sammy,sebastian seb basti,stephen steve steven stefan stephan,steffi stephanie,susan sue susie suzanne
susanne,theodore ted theo teddy,theresa terry tess teresa,thomas tom tommy tomas,timothy tim timmy,ulrich uli,victoria vicky vic tori,vincent vince vinny,walter walt wally,
wilhelm willi william,william will bill billy liam willy,wolfgang wolf,zachary zach zack`
    .replace(/\s*\n\s*/g, ' ')
    .split(/,\s*/)
    .map((line) => line.split(' '))

const familiesOf = new Map<string, Set<number>>()
for (const [at, names] of families.entries())
  for (const name of names) familiesOf.set(name, (familiesOf.get(name) ?? new Set()).add(at))

/** The names of a person without titles, in the order written; "Dr. Müller, Anna-Lena" is muller, anna, lena. */
export function normalizePerson(name: string): string[] {
  const words = foldLetters(name.replace(/['’`´]/g, '').replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter(Boolean)
  const told = words.filter((word) => !titles.has(word))
  return told.length ? told : words
}

/** Whether two given names are forms of one: Bob and Robert. */
export function normalizePersonAgree(a: string, b: string): boolean {
  const ofB = familiesOf.get(b)
  return ofB !== undefined && [...(familiesOf.get(a) ?? [])].some((family) => ofB.has(family))
}
