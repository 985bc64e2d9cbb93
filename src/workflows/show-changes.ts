/** How would single rows look before and after an import, in words that a person reads? */
import type { z } from 'zod'
import { fieldMeta } from '#foundation/contract/fields.ts'
import type { AnyRecord } from '#foundation/contract/record.ts'
import { readRows, type Tried } from '#foundation/platform/changes/try-changes.ts'
import type { Ctx } from '#foundation/platform/context.ts'
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
  const byId = new Map(changes.map((planned) => [planned.id, planned]))
  for (const [at, { outcome, rowId }] of ended.entries()) {
    const row = rows[at]
    const planned = rowId ? byId.get(rowId) : undefined
    const deed = outcome === 'stored' ? 'created' : outcome === 'changed' ? 'changed' : null
    if (!row || !planned || deed !== planned.deed || !tally.wants(row.path, deed)) continue
    const before = deed === 'changed' ? (await readRows(ctx, planned.record, [planned.id])).get(planned.id) : {}
    if (!before) continue
    const after = planned.deed === 'created' ? planned.row : planned.deed === 'changed' ? planned.set : {}
    const fields = []
    for (const [name, value] of Object.entries(after)) {
      const label = fieldMeta(planned.record.fields[name] as z.ZodType).label
      const was = await words(ctx, planned.record, name, before[name], before, changes)
      const is = await words(ctx, planned.record, name, value, { ...before, ...after }, changes)
      if (was !== is) fields.push({ label, before: was, after: is })
    }
    tally.show({ path: row.path, label: row.label, deed, fields })
  }
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
  const { control, references } = fieldMeta(record.fields[name] as z.ZodType)
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
