/** How do tests write an Excel workbook: its parts as Excel names them, its rows as XML? */
import { makeZip } from './make-zip.ts'

export interface BookSheet {
  name: string
  /** The cells of each row; an empty one is left out of the file. */
  rows: string[]
  merges?: string[]
  hidden?: boolean
}
interface Book {
  sheets: BookSheet[]
  /** Format codes; a cell's `s` counts into them. */
  styles?: string[]
  strings?: string[]
  from1904?: boolean
  /** A namespace prefix before every tag, as some programs write it. */
  prefix?: string
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function makeBook({ sheets, styles = [], strings = [], from1904 = false, prefix: p = '' }: Book): Buffer {
  const links = [
    ...sheets.map(
      (_, n) => `<Relationship Id="rId${n + 1}" Type="${officeTypes}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
    ),
    `<Relationship Id="rStyles" Type="${officeTypes}/styles" Target="/xl/styles.xml"/>`,
    `<Relationship Id="rStrings" Type="${officeTypes}/sharedStrings" Target="sharedStrings.xml"/>`,
  ]
  const named = sheets.map(
    ({ name, hidden }, n) =>
      `<${p}sheet name="${name}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  )
  const codes = styles.map((code, n) => `<numFmt numFmtId="${170 + n}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')
  return makeZip([
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships><Relationship Id="r1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<${p}workbook><${p}workbookPr${from1904 ? ' date1904="1"' : ''}/><${p}sheets>${named.join('')}</${p}sheets></${p}workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `${head}<Relationships>${links.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      data: `${head}<styleSheet><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.map((_, n) => `<xf numFmtId="${170 + n}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `${head}<sst>${strings.map((s) => `<si>${s.startsWith('<') ? s : `<t>${s}</t>`}</si>`).join('')}</sst>`,
    },
    ...sheets.map(({ rows, merges = [] }, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      data: `${head}<${p}worksheet><${p}sheetData>${rows
        .map((cells, at) => (cells ? `<${p}row r="${at + 1}">${cells}</${p}row>` : ''))
        .join('')}</${p}sheetData>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</${p}worksheet>`,
    })),
  ])
}
