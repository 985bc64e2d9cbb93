import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blockAsHtml, blockAsText, readBlock } from './cell-block.ts'

const block = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'ß', ',') }), {
      minLength: columns,
      maxLength: columns,
    }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
)

it('comes back as it went, whatever stands in the cells', () => {
  fc.assert(
    fc.property(block, (cells) => {
      // A last row of one empty cell cannot be told from a closing line end; no spreadsheet can either.
      fc.pre(!(cells.length > 1 && cells[0]?.length === 1 && cells.at(-1)?.[0] === ''))
      expect(readBlock(blockAsText(cells))).toEqual(cells)
    }),
  )
})

it('reads what Excel, Sheets and a plain editor put on the clipboard', () => {
  expect(readBlock('Name\tCity\r\nAda\t"two\nlines"\r\n')).toEqual([
    ['Name', 'City'],
    ['Ada', 'two\nlines'],
  ])
  expect(readBlock('"say ""hi"""\t5" pipe')).toEqual([['say "hi"', '5" pipe']])
  expect(readBlock('5" pipe\n"unclosed\tnext')).toEqual([
    ['5" pipe', ''],
    ['"unclosed', 'next'],
  ])
})

it('is no HTML but its own', () => {
  expect(blockAsHtml([['<b>1 & 2</b>', 'a\nb']])).toBe(
    '<table><tbody><tr><td>&lt;b&gt;1 &amp; 2&lt;/b&gt;</td><td>a<br>b</td></tr></tbody></table>',
  )
})
