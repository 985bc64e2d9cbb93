/** How would single rows look before and after an import, in words that a person reads? */
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { readRows, type Tried } from '#foundation/platform/changes/try-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
import { ownRecord } from '#foundation/platform/own-fields/own-record.ts'
import { addOwnValues } from '#foundation/platform/own-fields/own-values.ts'
import type { Ended } from '#workspace/imports/contract.ts'
import type { PreviewTally } from '#workspace/imports/rules/tally-preview.ts'
import type { Pending } from './pending-item.ts'

type Planned = Tried['changes'][number]
type Fields = Record<string, unknown>

/** Adds examples of what would be created and changed, as long as more are of use. */
export async function showChanges(
  ctx: Ctx,
  rows: readonly Extract<Pending, { kind: 'row' }>[],
  ended: readonly Ended[],
  changes: readonly Planned[],
  tally: PreviewTally,
): Promise<void> {
  const byId = joinPlanned(changes)
  for (const [at, { outcome, rowId }] of ended.entries()) {
    const row = rows[at]
    const planned = rowId ? byId.get(rowId) : undefined
    const deed = outcome === 'stored' ? 'created' : outcome === 'changed' ? 'changed' : null
    if (!row || !planned || deed !== planned.deed || !tally.wants(row.path, deed)) continue
    const record = await ownRecord(ctx, planned.record)
    const before = deed === 'changed' ? await rowNow(ctx, record, planned) : {}
    if (!before) continue
    const after = planned.deed === 'created' ? planned.row : planned.deed === 'changed' ? planned.set : {}
    const fields = []
    for (const [name, value] of Object.entries(after)) {
      const field = record.fields[name] as z.ZodType | undefined
      if (!field) continue
      const { label } = fieldMeta(field)
      const was = await words(ctx, record, name, before[name], before, changes)
      const is = await words(ctx, record, name, value, { ...before, ...after }, changes)
      if (was !== is) fields.push({ label, before: was, after: is })
    }
    tally.show({ path: row.path, label: row.label, deed, fields })
  }
}

const rowNow = async (ctx: Ctx, record: AnyRecord, { id, record: base }: Planned): Promise<Fields | undefined> =>
  (await addOwnValues(ctx, record, await readRows(ctx, base, [id]))).get(id)

/** What is planned for each row in the end: made and then filled is made with all of it. */
function joinPlanned(changes: readonly Planned[]): Map<string, Planned> {
  const byId = new Map<string, Planned>()
  for (const planned of changes) {
    const first = byId.get(planned.id)
    if (planned.deed !== 'changed' || !first || first.deed === 'removed') byId.set(planned.id, planned)
    else if (first.deed === 'created') byId.set(planned.id, { ...first, row: { ...first.row, ...planned.set } })
    else byId.set(planned.id, { ...first, set: { ...first.set, ...planned.set } })
  }
  return byId
}

/** A value as a person would write it; null for none. What a reference means is told by its name. */
async function words(
  ctx: Ctx,
  record: AnyRecord,
  name: string,
  value: unknown,
  row: Fields,
  changes: readonly Planned[],
): Promise<string | null> {
  if (value === null || value === undefined || value === '') return null
  const { control, references, currency, labels } = fieldMeta(record.fields[name] as z.ZodType)
  if (labels)
    return [value]
      .flat()
      .map((one) => labels.find((c) => c.value === one)?.label ?? String(one))
      .join(', ')
  if (control === 'money' && currency) return money(Number(value), currency)
  if (control === 'money' && typeof row.currency === 'string') return money(Number(value), row.currency)
  if (control === 'yesNo') return value === true ? 'Yes' : 'No'
  const target = references ? ctx.records.get(references) : undefined
  if (!target) return String(value).slice(0, 300)
  const made = changes.find((c) => c.id === value && c.deed === 'created')
  const named: Fields | undefined =
    made?.deed === 'created' ? made.row : (await readRows(ctx, target, [String(value)])).get(String(value))
  return String(named?.[target.title ?? 'name'] ?? '(new)').slice(0, 300)
}

const money = (minor: number, currency: string): string => {
  const form = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
  return form.format(minor / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2)).replace(/\u00a0/g, ' ')
}
