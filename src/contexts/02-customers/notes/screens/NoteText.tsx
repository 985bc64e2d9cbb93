/** What does a note say? Its light marks drawn, its mentions named; everything else is text. */
import { Fragment } from 'react'
import { findMentions, type Mentionable } from '../rules/find-mentions.ts'
import { type Block, type Piece, readMarkup } from '../rules/read-markup.ts'

export function NoteText({ body, mentions }: { body: string; mentions: readonly Mentionable[] }) {
  return (
    <div className="flex flex-col gap-2 text-14 leading-6 wrap-anywhere text-ink">
      {readMarkup(body).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text have no other name
        <BlockShown key={at} block={block} mentions={mentions} />
      ))}
    </div>
  )
}

function BlockShown({ block, mentions }: { block: Block; mentions: readonly Mentionable[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text have no other name
  const lines = block.lines.map((line, at) => <Line key={at} pieces={line} mentions={mentions} />)
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List className={`m-0 flex flex-col gap-0.5 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
        {lines.map((line) => (
          <li key={line.key}>{line}</li>
        ))}
      </List>
    )
  }
  const text = lines.map((line, at) => (
    <Fragment key={line.key}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ))
  if (block.kind === 'heading') return <p className="m-0 font-semibold">{text}</p>
  if (block.kind === 'quote') return <blockquote className="m-0 border-l-2 border-line pl-3 text-soft">{text}</blockquote>
  return <p className="m-0">{text}</p>
}

function Line({ pieces, mentions }: { pieces: readonly Piece[]; mentions: readonly Mentionable[] }) {
  return pieces.map((piece, at) => {
    const key = `${at} ${piece.kind}`
    if (piece.kind === 'bold') return <strong key={key}>{piece.text}</strong>
    if (piece.kind === 'italic') return <em key={key}>{piece.text}</em>
    if (piece.kind === 'code')
      return (
        <code key={key} className="rounded-sm bg-sunken px-1 text-13">
          {piece.text}
        </code>
      )
    if (piece.kind === 'link')
      return (
        <a
          key={key}
          href={piece.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
        >
          {piece.text}
        </a>
      )
    return <Named key={key} text={piece.text} mentions={mentions} />
  })
}

function Named({ text, mentions }: { text: string; mentions: readonly Mentionable[] }) {
  const found = findMentions(text, mentions)
  const ends = [0, ...found.map((one) => one.end)]
  return (
    <>
      {found.map((one, at) => (
        <Fragment key={one.start}>
          {text.slice(ends[at], one.start)}
          <span className="font-medium text-accent-deep">{text.slice(one.start, one.end)}</span>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
