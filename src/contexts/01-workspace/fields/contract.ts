/** Which fields does a workspace add to its objects, and what can be asked of them? */
import { z } from 'zod'
import { exampleId } from '#foundation/contract/example.ts'
import { operations } from '#foundation/contract/operation.ts'
import { Field, OwnSettings, ownTypes, ownValues } from '#foundation/contract/own-field.ts'
import { named } from '#foundation/contract/record.ts'

export const AccountValue = ownValues('account_values', 'accounts')
export const PersonValue = ownValues('person_values', 'people')
export const OpportunityValue = ownValues('opportunity_values', 'opportunities')

const object = z
  .string()
  .max(63)
  .meta({ description: 'An object with rows, as GET /objects names it', examples: ['accounts'] })
const settings = OwnSettings.omit({ result: true })
const shape = { type: z.enum(ownTypes), settings: settings.default({}) }

/** What a change of type or choices would do to the values that are there. */
const ShapePreview = named(
  'preview of another type',
  z.object({
    /** How many values there are, how many would stand as they are or converted, and how many would be lost. */
    values: z.int(),
    kept: z.int(),
    lost: z.int(),
    /** Some of each, the lost ones first; `after` is null for a value that would be lost. */
    examples: z.array(z.object({ title: z.string(), before: z.string(), after: z.string().nullable() })),
  }),
)

const byId = { id: z.uuid() }
export const fields = operations({
  list: {
    route: 'GET /fields',
    summary: "List the workspace's own fields in their order, archived ones too",
    may: 'member',
    takes: z.object({ object: object.optional() }),
    returns: z.array(Field.schema),
  },
  create: {
    route: 'POST /fields',
    summary: 'Add a field to an object',
    may: 'manager',
    example: { object: 'accounts', label: 'Annual budget', type: 'money', settings: { currency: 'EUR' } },
    takes: z.object({
      object,
      label: Field.fields.label,
      ...shape,
      help: Field.fields.help.optional(),
      required: z.boolean().default(false),
      key: z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/, 'Write small letters, figures and _')
        .max(63)
        .optional()
        .meta({ description: 'The name in API, tables and files; made of the label when left out', examples: ['annual_budget'] }),
    }),
    returns: Field.schema,
  },
  change: {
    route: 'PATCH /fields/:id',
    summary: 'Rename a field, say what it means, ask for it, hide it or show it',
    may: 'manager',
    takes: Field.draft
      .pick({ label: true, help: true, required: true, hidden: true })
      .partial()
      .extend({ ...byId, id: z.uuid() }),
    returns: Field.schema,
  },
  order: {
    route: 'PUT /fields/order',
    summary: 'Put the fields of an object in order',
    may: 'manager',
    example: { object: 'accounts', ids: [exampleId('field')] },
    takes: z.object({ object, ids: z.array(z.uuid()).min(1).max(500) }),
    returns: z.array(Field.schema),
  },
  archive: {
    route: 'POST /fields/:id/archive',
    summary: 'Put a field away: it is shown nowhere, its values are kept',
    may: 'manager',
    takes: z.object(byId),
    returns: Field.schema,
  },
  restore: {
    route: 'POST /fields/:id/restore',
    summary: 'Bring an archived field back with its values',
    may: 'manager',
    takes: z.object(byId),
    returns: Field.schema,
  },
  previewShape: {
    route: 'POST /fields/:id/shape/preview',
    summary: 'Tell what another type or other choices would do to the values that are there',
    may: 'manager',
    example: { type: 'number' },
    takes: z.object({ ...byId, ...shape }),
    returns: ShapePreview,
  },
  reshape: {
    route: 'PUT /fields/:id/shape',
    summary:
      'Give a field another type or other choices and convert its values; what cannot be converted is lost until this is taken back',
    may: 'manager',
    example: { type: 'text' },
    takes: z.object({ ...byId, ...shape }),
    returns: Field.schema,
  },
})
