/** Which bytes did the sender put in, before the transfer encoding? */

const HEX = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

/** Undoes a Content-Transfer-Encoding, however it is spelt; unknown ones are taken as no encoding. Never throws. */
export function decodeTransfer(body: Buffer, stated: string | null | undefined): Buffer {
  const encoding = (stated ?? '')
    .toLowerCase()
    .replace(/\(.*?\)|[;"'].*/g, '')
    .replace(/[^a-z0-9]/g, '')
  if (encoding === 'base64' || encoding === 'b') return decodeBase64(body)
  if (encoding === 'quotedprintable' || encoding === 'qp') return decodeQuotedPrintable(body)
  if (/^(x?uuencode|x?uue|uu)$/.test(encoding)) return decodeUu(body) ?? body
  return body
}

const MAX_PIECES = 10_000

/** Lenient base64: signs outside the alphabet are skipped, and padding in the middle (glued pieces) does not end the data. */
export function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1')
  const padding = text.indexOf('=')
  if (padding === -1 || !/[A-Za-z0-9+/]/.test(text.slice(padding))) return Buffer.from(text, 'base64')
  const pieces = text.split(/=+/, MAX_PIECES)
  // So many paddings are noise, not glued pieces.
  if (pieces.length === MAX_PIECES) return Buffer.from(text.replaceAll('=', ''), 'base64')
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))
}

/** Quoted-printable with soft line ends; a wrong escape stays as it stands, white space at the end of a line is dropped (RFC 2045 6.7). */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length)
  let size = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte === 0x0a || (byte === 0x0d && body[at + 1] === 0x0a)) {
      while (size > 0 && (out[size - 1] === 0x20 || out[size - 1] === 0x09) && !isEscaped(body, at)) size--
      out[size++] = byte
    } else if (byte === 0x3d) {
      const high = HEX[body[at + 1] ?? 0] ?? -1
      const low = HEX[body[at + 2] ?? 0] ?? -1
      if (high >= 0 && low >= 0) {
        out[size++] = high * 16 + low
        at += 2
        continue
      }
      let end = at + 1
      while (body[end] === 0x20 || body[end] === 0x09) end++
      if (body[end] === 0x0d && body[end + 1] === 0x0a) at = end + 1
      else if (body[end] === 0x0a) at = end
      else if (end >= body.length) at = end
      else out[size++] = byte
    } else out[size++] = byte
  }
  return out.subarray(0, size)
}

/** "=20" before a line end is meant, a bare blank is not. */
function isEscaped(body: Buffer, lineEnd: number): boolean {
  return body[lineEnd - 1] !== 0x20 && body[lineEnd - 1] !== 0x09
}

/** The file inside a uuencoded block, or null when there is none. */
export function decodeUu(body: Buffer): Buffer | null {
  const lines = body.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} \S/.test(line))
  if (begin === -1) return null
  const out = Buffer.alloc(body.length)
  let size = 0
  for (const line of lines.slice(begin + 1)) {
    if (/^end\s*$/.test(line)) break
    const length = (line.charCodeAt(0) - 32) & 63
    if (!line || !length) continue
    const start = size
    for (let at = 1; size - start < length && at < line.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((step) => ((line.charCodeAt(at + step) || 32) - 32) & 63)
      for (const byte of [(a << 2) | (b >> 4), (b << 4) | (c >> 2), (c << 6) | d]) out[size++] = byte & 255
    }
    size = Math.min(size, start + length)
  }
  return out.subarray(0, size)
}
