/** Is a note shown as it was meant and never as a program, and does it name whom it names? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentions } from './find-mentions.ts'
import { mayChangeNote } from './may-change-note.ts'
import { plainText, readMarkup } from './read-markup.ts'
import { titleNote } from './title-note.ts'

const shown = (body: string) =>
  readMarkup(body).map((block) => [
    block.kind,
    ...block.lines.map((line) =>
      line.map((p) => (p.kind === 'text' ? p.text : `<${p.kind}${p.kind === 'link' ? ` ${p.href}` : ''}>${p.text}`)).join(''),
    ),
  ])

describe('a note', () => {
  it.each([
    ['Plain.\nTwo lines.', [['paragraph', 'Plain.', 'Two lines.']]],
    ['a **b** *c* _d_ `e*f*`', [['paragraph', 'a <bold>b <italic>c <italic>d <code>e*f*']]],
    ['2*3*4 and snake_case_name', [['paragraph', '2*3*4 and snake_case_name']]],
    [
      '# Who\n- Rhona\n- Donnie\n\n1. first\n2) second',
      [
        ['heading', 'Who'],
        ['list', 'Rhona', 'Donnie'],
        ['list', 'first', 'second'],
      ],
    ],
    ['> said so\n> twice', [['quote', 'said so', 'twice']]],
    ['see https://a.example/x?y=1.', [['paragraph', 'see <link https://a.example/x?y=1>https://a.example/x?y=1.']]],
    ['[the plan](https://a.example/p)', [['paragraph', '<link https://a.example/p>the plan']]],
    ['[x](javascript:alert(1)) [y](data:text/html,1)', [['paragraph', '[x](javascript:alert(1)) [y](data:text/html,1)']]],
    ['<b onclick="x">hi</b>', [['paragraph', '<b onclick="x">hi</b>']]],
  ])('%j', (body, blocks) => expect(shown(body)).toEqual(blocks))

  it('opens nothing but web and mail addresses, and loses no word', () => {
    const scrap = fc.constantFrom(
      '[a](',
      'javascript:',
      'https://e.example',
      ')',
      '**',
      '*',
      '_',
      '`',
      '\n',
      '- ',
      ' ',
      'word',
      '<script>',
      'mailto:a@b.example',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scrap, fc.string({ maxLength: 6 }))).map((parts) => parts.join('')),
        (body) => {
          const pieces = readMarkup(body).flatMap((b) => b.lines.flat())
          for (const piece of pieces) if (piece.kind === 'link') expect(piece.href).toMatch(/^(https?|mailto):/)
          const words = (text: string) => (text.match(/word/g) ?? []).length
          expect(words(pieces.map((p) => (p.kind === 'link' ? `${p.text} ${p.href}` : p.text)).join(' '))).toBeGreaterThanOrEqual(
            words(body),
          )
        },
      ),
    )
  })

  it('is called by its first line', () => {
    expect(titleNote('\n## Lunch with **Rhona**\nMore')).toBe('Lunch with Rhona')
    expect(titleNote('x'.repeat(500))).toHaveLength(120)
    expect(titleNote('  \n ')).toBe('Note')
    expect(plainText({ kind: 'paragraph', lines: [] })).toBe('')
  })
})

describe('an @', () => {
  const team = [
    { id: 'p', name: 'Priya Raman' },
    { id: 't', name: 'Tom' },
    { id: 'i', name: 'Isla Kerr' },
    { id: 'j', name: 'Isla Jones' },
  ]
  const named = (body: string) => findMentions(body, team).map((m) => `${m.id} ${body.slice(m.start, m.end)}`)
  it.each([
    ['@Priya Raman and @tom, please', ['p @Priya Raman', 't @tom']],
    ['ask @Priya', ['p @Priya']],
    ['ask @Isla', []],
    ['ask @Isla Kerr', ['i @Isla Kerr']],
    ['mail priya@tom.example', []],
    ['@Tommy is nobody', []],
  ])('%s', (body, found) => expect(named(body)).toEqual(found))
})

it('is changed by its author or a manager', () => {
  const by = (memberId: string, role: 'member' | 'manager') => mayChangeNote({ memberId, role }, { authorId: 'a' }).may
  expect([by('a', 'member'), by('b', 'member'), by('b', 'manager')]).toEqual([true, false, true])
})
