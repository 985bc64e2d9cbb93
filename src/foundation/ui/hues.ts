/** Which classes paint each of the six quiet hues? Written out, so that the stylesheet holds them. */

/** Six hues of one lightness for kinds of evidence; AA on surface and on their own wash, in both themes. */
export type Hue = 'rose' | 'ochre' | 'moss' | 'lagoon' | 'sky' | 'plum'

export const hueText: Record<Hue, string> = {
  rose: 'text-rose',
  ochre: 'text-ochre',
  moss: 'text-moss',
  lagoon: 'text-lagoon',
  sky: 'text-sky',
  plum: 'text-plum',
}
export const hueWash: Record<Hue, string> = {
  rose: 'bg-rose-wash',
  ochre: 'bg-ochre-wash',
  moss: 'bg-moss-wash',
  lagoon: 'bg-lagoon-wash',
  sky: 'bg-sky-wash',
  plum: 'bg-plum-wash',
}
export const hueLine: Record<Hue, string> = {
  rose: 'decoration-rose',
  ochre: 'decoration-ochre',
  moss: 'decoration-moss',
  lagoon: 'decoration-lagoon',
  sky: 'decoration-sky',
  plum: 'decoration-plum',
}
