/** Which words of a company's name tell it apart from others, when its legal form and habits of writing are left out? */
import { foldLetters } from './fold-letters.ts'

// Legal forms as one folded word; dots and spaces in them are closed up first ("S. à r. l." is "sarl").
const legalForms = new Set(
  (
    'inc incorporated corp corporation co company cie llc llp lp lllp ltd limited plc pllc pc gmbh mbh ggmbh ag kg kgaa ohg gbr ug ev eg ek se ' +
    'sa sas sasu sarl eurl sci snc scs sca srl srls spa sapa snc sl slu slne sau sc scrl bv nv vof cv cvba bvba ab hb kb as asa ans da oy oyj ky tmi ' +
    'aps ivs is kft zrt nyrt bt rt doo dd ad ood eood jsc ojsc pjsc zao oao ooo pao tov llp sro spol zoo spzoo sp spj sia uab oue ou mb lda ltda eireli sgps ' +
    'pty pte pvt private kk gk yk bhd sdn tbk pt cc rf hf ehf ltee enr inh proprietary'
  ).split(' '),
)
// Words that companies put on and leave off.
const loose = new Set([
  'the',
  'and',
  'und',
  'et',
  'y',
  'e',
  'og',
  'och',
  'en',
  'of',
  'de',
  'der',
  'die',
  'das',
  'la',
  'le',
  'les',
  'el',
  'group',
  'holding',
  'holdings',
])
const spelt: readonly [RegExp, string][] = [
  [/\bs\.? ?a\.? ?r\.? ?l\b\.?|\bs\.? ?à\.? ?r\.? ?l\b\.?/giu, ' sarl '],
  [/\bs\.? ?p\.? ?a\b\.?/gi, ' spa '],
  [/\bs\.? ?r\.? ?l\b\.?/gi, ' srl '],
  [/\bsp\.? ?z ?o\.? ?o\b\.?/gi, ' spzoo '],
  [/\bs\.? ?r\.? ?o\b\.?/gi, ' sro '],
  [/\bd\.? ?o\.? ?o\b\.?/gi, ' doo '],
  [/\bl\.? ?l\.? ?c\b\.?/gi, ' llc '],
  [/\bg\.? ?m\.? ?b\.? ?h\b\.?/gi, ' gmbh '],
  [/\bpty\.? ltd\b\.?/gi, ' pty ltd '],
  [/\b([abn])\.?\/?([sgbvk])\b\.?(?=$|[\s,)])/gi, ' $1$2 '],
]

/** The telling words in their order; never empty for a name with a letter: "The Müller & Söhne GmbH & Co. KG" is muller, sohne. */
export function normalizeCompany(name: string): string[] {
  const closed = spelt.reduce((text, [form, word]) => text.replace(form, word), name)
  const words = foldLetters(closed.replace(/['’`´]/g, '').replace(/\.(?=\p{L}\b)/gu, ''))
    .split(' ')
    .filter(Boolean)
  const told = words.filter((word, at) => !loose.has(word) && (at === 0 || !legalForms.has(word)))
  return told.length ? told : words
}
