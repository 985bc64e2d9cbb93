/** Which text do these bytes mean, when the stated character set may be missing, unknown or wrong? */
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** `charset` is the one really used; `note` says in plain words when it is not the one stated. */
export type DecodedText = { text: string; charset: string; note?: string }

const SAME_AS: Record<string, string> = {
  'iso-8859-1': 'windows-1252', latin1: 'windows-1252', 'us-ascii': 'windows-1252', ascii: 'windows-1252', 'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-8-i': 'iso-8859-8', 'iso-8859-6-i': 'iso-8859-6', 'ks_c_5601-1987': 'cp949', 'euc-kr': 'cp949', ksc5601: 'cp949',
  gb2312: 'gb18030', gbk: 'gb18030', 'x-gbk': 'gb18030', 'x-sjis': 'shift_jis', 'windows-31j': 'shift_jis', 'cp-850': 'cp850', utf8: 'utf-8',
  'unicode-1-1-utf-7': 'utf-7', 'utf-16': 'utf-16', 'x-mac-roman': 'macintosh', 'iso-8859-9': 'windows-1254', 'iso-8859-11': 'windows-874',
} // biome-ignore format: a table
const STATEFUL = /^(iso-2022|utf-7|utf-?16|utf-?32|ucs-?2|hz)/
const MANY_BYTES = /^(gb|big5|cp9[345]|shift_jis|euc)/

/**
 * Decodes bytes by what they are rather than by what is claimed. Never throws.
 * Repairs: UTF-8 declared as something else, windows-1252 declared as UTF-8 or ASCII, single wrong bytes inside UTF-8, ISO-2022-JP
 * without a declaration, text that was encoded as UTF-8 twice. Uses iconv-lite because the TextDecoder of Node 20 reads windows-1252 as
 * ISO-8859-1 and so loses the euro sign.
 */
export function decodeCharset(bytes: Buffer, stated?: string | null): DecodedText {
  const claimed = (stated ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/^(?:x-)?win(?:dows)?-?(?=125\d$)|^cp(?=125\d$)/, 'windows-')
  const charset = SAME_AS[claimed] ?? claimed
  if (/^iso-2022-jp/.test(charset) || (isAscii(bytes) && hasJapaneseEscape(bytes))) {
    return { text: decodeIso2022Jp(bytes), charset: 'iso-2022-jp' }
  }
  if (/^iso-2022-kr/.test(charset)) return { text: decodeIso2022Kr(bytes), charset }
  if (!STATEFUL.test(charset) && isAscii(bytes)) return { text: bytes.toString('latin1'), charset: 'us-ascii' }
  if (bytes.length >= 2 && (bytes.readUInt16BE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfffe))
    return { text: iconv.decode(bytes, 'utf-16'), charset: 'utf-16' }
  if (/^(utf-?16|utf-?32|ucs-?2)/.test(charset)) {
    if (!bytes.includes(0) && isUtf8(bytes))
      return { text: bytes.toString('utf8'), charset: 'utf-8', note: `The text said ${claimed} but is UTF-8.` }
    return known(bytes, charset)
  }
  if (
    charset === '' ||
    charset === 'utf-8' ||
    charset === 'windows-1252' ||
    !iconv.encodingExists(charset) ||
    /^(base64|hex|binary)$/.test(charset)
  ) {
    return decodeWestern(bytes, claimed, charset)
  }
  if (isUtf8(bytes)) {
    // Chance rarely makes valid UTF-8 out of another encoding; for the East Asian ones it can, so there the claim must also fail.
    const text = MANY_BYTES.test(charset) || STATEFUL.test(charset) ? iconv.decode(bytes, charset) : '\uFFFD'
    if (text.includes('\uFFFD')) return { ...twice(bytes), note: `The text said ${claimed} but is UTF-8.` }
    return { text, charset }
  }
  return known(bytes, charset)
}

function decodeWestern(bytes: Buffer, claimed: string, charset: string): DecodedText {
  if (isUtf8(bytes)) {
    const wrong = claimed !== '' && charset !== 'utf-8' && !/ascii|ansi_x3/.test(claimed)
    const decoded = twice(bytes)
    return wrong && !decoded.note ? { ...decoded, note: `The text said ${claimed} but is UTF-8.` } : decoded
  }
  if (charset === 'windows-1252') return { text: iconv.decode(bytes, charset), charset }
  const mixed = charset === 'utf-8' ? decodeMixed(bytes) : null
  if (mixed)
    return { text: mixed, charset: 'utf-8', note: 'The text is UTF-8 with single wrong bytes; those were read as windows-1252.' }
  const said = claimed ? `The text said ${claimed} but is not` : 'The text names no character set and is not UTF-8'
  return { text: iconv.decode(bytes, 'windows-1252'), charset: 'windows-1252', note: `${said}; it was read as windows-1252.` }
}

function known(bytes: Buffer, charset: string): DecodedText {
  try {
    return { text: iconv.decode(bytes, charset), charset }
  } catch {
    return {
      text: iconv.decode(bytes, 'windows-1252'),
      charset: 'windows-1252',
      note: `The text could not be read as ${charset}; it was read as windows-1252.`,
    }
  }
}

/** UTF-8 with a few wrong bytes: null when the wrong bytes are not the exception, so that the whole is another character set. */
function decodeMixed(bytes: Buffer): string | null {
  const out: string[] = []
  let good = 0
  let bad = 0
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      if (length > 1) good++
      at += length
      continue
    }
    out.push(bytes.toString('utf8', from, at), iconv.decode(bytes.subarray(at, at + 1), 'windows-1252'))
    bad++
    at++
    from = at
    if (bad > good + 100) return null
  }
  out.push(bytes.toString('utf8', from))
  return good > bad ? out.join('') : null
}

function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

const DOUBLED =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}/g

/** UTF-8 that was taken for windows-1252 and encoded again reads "MÃ¼ller"; undone only when nearly all foreign letters look so. */
function twice(bytes: Buffer): DecodedText {
  const text = bytes.toString('utf8')
  const runs = text.match(DOUBLED)?.filter((run) => undouble(run) !== run) ?? []
  if (runs.length < 2) return { text, charset: 'utf-8' }
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0
  if (runs.join('').length < foreign * 0.8) return { text, charset: 'utf-8' }
  return {
    text: text.replace(DOUBLED, undouble),
    charset: 'utf-8',
    note: 'The text had been encoded as UTF-8 twice; this was undone.',
  }
}

function undouble(run: string): string {
  const bytes = Buffer.from(
    Array.from(run, (sign) => (sign.charCodeAt(0) < 0x100 ? sign.charCodeAt(0) : (iconv.encode(sign, 'windows-1252')[0] ?? 0))),
  )
  for (let end = bytes.length; end >= 2; end--) {
    if (isUtf8(bytes.subarray(0, end))) return bytes.toString('utf8', 0, end) + run.slice(end)
  }
  return run
}

function hasJapaneseEscape(bytes: Buffer): boolean {
  return bytes.includes(0x1b) && (bytes.includes('\u001b$B') || bytes.includes('\u001b$@') || bytes.includes('\u001b(J'))
}

/** iconv-lite has no ISO-2022-JP: the same characters stand in EUC-JP with the high bits set. */
function decodeIso2022Jp(bytes: Buffer): string {
  const euc = Buffer.alloc(bytes.length * 2 + 4)
  let size = 0
  const push = (...more: number[]) => {
    for (const byte of more) euc[size++] = byte
  }
  let mode: JapaneseMode = 'ascii'
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x1b) {
      const [next, skip] = modeAfter(bytes.toString('latin1', at + 1, at + 4))
      mode = next
      at += skip
    } else if (byte === 0x0a || byte === 0x0d || mode === 'ascii') {
      if (byte === 0x0a) mode = 'ascii'
      push(byte >= 0x80 ? 0x3f : byte)
    } else if (mode === 'kana') push(0x8e, byte | 0x80)
    else {
      if (mode === 'extra') push(0x8f)
      push(byte | 0x80, (bytes[at + 1] ?? 0x21) | 0x80)
      at++
    }
  }
  return iconv.decode(euc.subarray(0, size), 'euc-jp')
}

type JapaneseMode = 'ascii' | 'double' | 'kana' | 'extra'

function modeAfter(sequence: string): [JapaneseMode, number] {
  if (sequence.startsWith('$(')) return [sequence === '$(D' ? 'extra' : 'double', 3]
  if (sequence.startsWith('$')) return ['double', 2]
  return [sequence.startsWith('(I') ? 'kana' : 'ascii', 2]
}

function decodeIso2022Kr(bytes: Buffer): string {
  const euc: number[] = []
  let shifted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x1b) at += 3
    else if (byte === 0x0e || byte === 0x0f) shifted = byte === 0x0e
    else euc.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
  }
  return iconv.decode(Buffer.from(euc), 'cp949')
}
