/** Is a key press understood as the shortcut that a person meant? */
import { describe, expect, it } from 'vitest'
import { keyCaps, matchShortcut, type Press, parseShortcut } from './match-shortcut.ts'

const press = (key: string, with_: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...with_,
})
const match = (keys: string, ...presses: Press[]) => matchShortcut(parseShortcut(keys), presses)

describe('matchShortcut', () => {
  it('takes Ctrl or Cmd for mod', () => {
    expect(match('mod+k', press('k', { ctrlKey: true }))).toBe('done')
    expect(match('mod+k', press('k', { metaKey: true }))).toBe('done')
    expect(match('mod+k', press('k'))).toBe('no')
  })
  it('never takes a browser combination for a plain letter', () => expect(match('w', press('w', { ctrlKey: true }))).toBe('no'))
  it('knows the space bar by its name', () => expect(match('Space', press(' '))).toBe('done'))
  it('waits for the second step', () => {
    expect(match('g t', press('g'))).toBe('waiting')
    expect(match('g t', press('g'), press('t'))).toBe('done')
    expect(match('g t', press('g'), press('x'))).toBe('no')
  })
  it('finds ? with or without Shift, as keyboards differ', () => {
    expect(match('?', press('?', { shiftKey: true }))).toBe('done')
    expect(match('?', press('?'))).toBe('done')
  })
  it('keeps Shift apart for letters and named keys', () => {
    expect(match('u', press('U', { shiftKey: true }))).toBe('no')
    expect(match('shift+ArrowRight', press('ArrowRight'))).toBe('no')
    expect(match('shift+ArrowRight', press('ArrowRight', { shiftKey: true }))).toBe('done')
  })
})

describe('keyCaps', () => {
  it.each([
    ['mod+k', false, ['Ctrl', 'K']],
    ['mod+k', true, ['⌘', 'K']],
    ['g t', false, ['g', 'then', 't']],
    ['Escape', false, ['Esc']],
    ['shift+ArrowLeft', false, ['Shift', '←']],
  ])('%s (mac: %s)', (keys, mac, caps) => expect(keyCaps(keys, mac)).toEqual(caps))
})
