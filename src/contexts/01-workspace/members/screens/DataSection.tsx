/** Where is what was removed, who was erased, and how long are things kept? */
import { type Role, reaches } from '#foundation/contract/operation.ts'
import { Link } from '#foundation/ui/Link.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'

const places = [
  { href: '/settings/fields', label: 'Fields', says: 'What you add to accounts, people and opportunities', may: 'member' },
  { href: '/settings/trash', label: 'Trash', says: 'What was removed, and how to bring it back', may: 'member' },
  {
    href: '/settings/personal-data',
    label: 'Personal data',
    says: 'Export and erasure of a person, with reports',
    may: 'manager',
  },
  { href: '/settings/retention', label: 'How long things are kept', says: 'Rules that run every day', may: 'owner' },
] as const

export function DataSection({ role }: { role: Role }) {
  return (
    <Section title="Data">
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
