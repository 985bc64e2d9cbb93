/** How does each kind of evidence show itself? A word, an icon and one of the six hues. */
import {
  BadgeCheck,
  CircleHelp,
  Compass,
  Ear,
  Flag,
  HandHelping,
  Handshake,
  MessageSquareWarning,
  Scale,
  ShieldAlert,
  Swords,
  ThumbsUp,
} from 'lucide-react'
import type { evidenceKinds } from '#conversation/evidence/contract.ts'
import type { KindLook } from '#foundation/ui/EvidenceMark.tsx'

export const lookOfKind = {
  'need.explicit': { word: 'Need', icon: Flag, hue: 'lagoon' },
  'need.implicit': { word: 'Implied need', icon: CircleHelp, hue: 'sky' },
  objection: { word: 'Objection', icon: MessageSquareWarning, hue: 'rose' },
  'objection.answer': { word: 'Answer', icon: HandHelping, hue: 'moss' },
  'objection.confirmed': { word: 'Settled', icon: BadgeCheck, hue: 'moss' },
  competitor: { word: 'Alternative', icon: Swords, hue: 'plum' },
  promise: { word: 'Promise', icon: Handshake, hue: 'ochre' },
  feedback: { word: 'Feedback', icon: ThumbsUp, hue: 'moss' },
  signal: { word: 'Signal', icon: Ear, hue: 'moss' },
  decision: { word: 'Decision', icon: Scale, hue: 'sky' },
  preference: { word: 'Preference', icon: Compass, hue: 'plum' },
  risk: { word: 'Risk', icon: ShieldAlert, hue: 'rose' },
} as const satisfies Record<(typeof evidenceKinds)[number], KindLook>

/** The look of a kind that came as text. */
export const lookOf = (kind: string): KindLook =>
  kind in lookOfKind ? lookOfKind[kind as keyof typeof lookOfKind] : lookOfKind.signal
