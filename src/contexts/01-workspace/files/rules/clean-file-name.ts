/** What is an uploaded file called? The last part of its path, without what no file system likes. */

export function cleanFileName(given: string): string {
  const last = given.replaceAll('\\', '/').split('/').filter(Boolean).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out, with marks that turn the reading direction
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  const plain = clean.toWellFormed()
  if (plain.length <= 200) return plain || 'file'
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, 200 - ending.length)}${ending}`
}

/** A media type as it was said, when it has the form of one. It is shown, never obeyed: files are sent as bytes to save. */
export const cleanMediaType = (given: string | undefined): string =>
  given && /^[a-z]+\/[a-z0-9.+-]{1,100}$/i.test(given) ? given.toLowerCase() : 'application/octet-stream'
