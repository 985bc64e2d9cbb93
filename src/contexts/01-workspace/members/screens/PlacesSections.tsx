/** Where is the rest of the settings? Places of their own, for how sales are run and for what happens to data. */
import { type Role, reaches } from '#foundation/contract/operation.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'

const sales = [
  {
    href: '/settings/pipelines',
    label: 'Pipelines and stages',
    says: 'What opportunities go through, how sure and how long each stage is',
    may: 'member',
  },
  { href: '/settings/fields', label: 'Fields', says: 'What you add to accounts, people and opportunities', may: 'member' },
] as const
const data = [
  { href: '/settings/trash', label: 'Trash', says: 'What was removed, and how to bring it back', may: 'member' },
  {
    href: '/settings/personal-data',
    label: 'Personal data',
    says: 'Export and erasure of a person, with reports',
    may: 'manager',
  },
  { href: '/settings/retention', label: 'How long things are kept', says: 'Rules that run every day', may: 'owner' },
] as const

interface Place {
  href: string
  label: string
  says: string
  may: Role
}

export function PlacesSections({ role }: { role: Role }) {
  return (
    <>
      <Places title="How you sell" places={sales} role={role} />
      <Places title="Data" places={data} role={role} />
    </>
  )
}

function Places({ title, places, role }: { title: string; places: readonly Place[]; role: Role }) {
  return (
    <Section title={title}>
      <ul className="m-0 list-none divide-y divide-line border-y border-line p-0">
        {places
          .filter((place) => reaches(role, place.may))
          .map((place) => (
            <li key={place.href} className="flex min-h-(--row) flex-wrap items-center gap-x-3 py-1.5">
              <Link href={place.href} className="text-13">
                {place.label}
              </Link>
              <span className="text-12 text-faint">{place.says}</span>
            </li>
          ))}
      </ul>
    </Section>
  )
}
