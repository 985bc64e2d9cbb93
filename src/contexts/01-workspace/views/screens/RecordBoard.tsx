/** Where does everything stand? A column per value of a field, with its exact count and sum; a card moves in one write. */
import { useMemo } from 'react'
import type { ShownRow } from '#foundation/contract/shown-row.ts'
import { Board, type CardMove } from '#foundation/ui/Board.tsx'
import { EmptyState } from '#foundation/ui/EmptyState.tsx'
import { ErrorState } from '#foundation/ui/ErrorState.tsx'
import { useHeardChanges } from '#foundation/ui/heard-changes.ts'
import { Skeleton } from '#foundation/ui/Skeleton.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { useNow } from '#foundation/ui/useNow.ts'
import { views } from '../contract.ts'
import { capital, saySums, titleOfGroup } from './group-rows-by.ts'
import type { RecordViewProps } from './record-view-props.ts'
import { columnsOf } from './row-columns.ts'
import { useColumnCards } from './useColumnCards.ts'
import { useHeard } from './useRows.ts'

export function RecordBoard(props: RecordViewProps) {
  const { object, state, usual } = props
  const fields = object.fields.filter(({ groupable, control }) => groupable && control !== 'day' && control !== 'moment')
  const field = fields.find(({ name }) => name === (state.groupBy ?? usual.board)) ?? fields[0]
  if (!field)
    return <EmptyState title="No field makes columns" says="A board needs a field with a few values, such as a choice." />
  return <BoardBy {...props} key={field.name} field={field} />
}

function BoardBy({
  object,
  state,
  asked: meant,
  looks,
  hrefOf,
  field,
}: RecordViewProps & { field: RecordViewProps['object']['fields'][number] }) {
  const api = useClient(views)
  const now = useNow()
  const groups = useAsk(api.groups, { ...meant, by: field.name }, { keep: true })
  const columns = useMemo(() => columnsOf(object, state.columns, now, looks), [object, state.columns, now, looks])
  const shownFields = useMemo(() => new Set(columns.map(({ id }) => id)), [columns])
  const sort = state.sort ?? (object.keepsOrder ? 'position' : object.sort)
  const fields = object.fields.map(({ name }) => name).filter((name) => shownFields.has(name) || name === field.name)
  const board = useColumnCards(field, groups.data?.groups ?? nothing, { ...meant, sort, fields })
  useHeard(board.windows)
  // Cards stand where their values say: the columns follow what others do. A card in the hand stays there; it is another element.
  useHeardChanges(({ changes, all }) => {
    if (all || changes.some((change) => change.object === object.name)) for (const rows of board.windows) rows.refresh()
  })
  const titleOf = (id: string) => {
    const group = board.columns.find((column) => column.id === id)?.group
    return group ? titleOfGroup(field, group) : id
  }
  const keepsOrder = object.keepsOrder && state.sort === null
  const place = useChange(api.place, (_answer, { set }) => {
    const key = Object.values(set ?? {})[0]
    return key === undefined ? 'Moved' : `Moved to ${titleOf(key === null ? 'none' : String(key))}`
  })
  const failed = groups.error ?? board.columns.find(({ error, isReady }) => error && !isReady)?.error
  if (failed) return <ErrorState what="The board could not be loaded" error={failed} onRetry={() => void groups.refetch()} />
  if (!groups.data || board.columns.some(({ isReady }) => !isReady))
    return <Skeleton shape="cards" lines={6} label="Laying out the board" />

  const move = async ({ cardId, from, to, before }: CardMove) => {
    const target = board.columns.find(({ id }) => id === to)
    const card = board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId)
    if (!target || !card || (from === to && !keepsOrder)) return
    const others = target.cards.filter(({ id }) => id !== cardId)
    const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
    const under = keepsOrder ? (others[at - 1]?.id ?? null) : null
    board.show({ card, to, under: others[at - 1]?.id ?? null })
    try {
      await place.mutateAsync({
        object: object.name,
        id: cardId,
        set: from === to ? {} : { [field.name]: target.group.key },
        under,
      })
      await board.settle(cardId)
    } catch {
      board.putBack(cardId)
    }
  }
  const [line, ...rest] = columns.filter(({ id }) => id !== object.title && id !== field.name).slice(0, 3)
  const hasMoney = object.fields.some(({ name, control, summable }) => control === 'money' && summable && shownFields.has(name))
  const groupsById = new Map(board.columns.map(({ id, group }) => [id, group]))
  return (
    <Board<ShownRow>
      label={`${capital(object.plural)} by ${field.label.toLowerCase()}`}
      place={`${object.name} board`}
      cardId={(card) => card.id}
      cardName={(card) => String(card.values[object.title] ?? '')}
      hrefOf={hrefOf}
      onMore={board.more}
      {...(field.editable ? { onMove: (moved: CardMove) => void move(moved) } : {})}
      canDrop={(_card, to) => field.empty || groupsById.get(to)?.key !== null}
      columns={board.columns
        .filter(({ group, cards }) => group.key !== null || group.count > 0 || cards.length > 0)
        .map(({ id, group, cards }) => ({
          id,
          title: titleOfGroup(field, group),
          cards,
          count: group.count,
          ...(hasMoney ? { total: saySums(object, group.sums, shownFields).join(' · ') || 'No amount' } : {}),
        }))}
      renderCard={(card) => (
        <>
          {line && line.text(card) !== '' && line.text(card) !== card.values[object.title] && (
            <p className="m-0 truncate text-12 text-faint">{line.look?.(card) ?? line.text(card)}</p>
          )}
          <p className="m-0 mt-1 flex justify-between gap-2 text-12 text-soft">
            {rest.map((column) => (
              <span key={column.id} className="num min-w-0 truncate">
                {column.text(card) === ''
                  ? column.control === 'money'
                    ? 'No amount'
                    : ''
                  : (column.look?.(card) ?? column.text(card))}
              </span>
            ))}
          </p>
        </>
      )}
    />
  )
}

const nothing: [] = []
