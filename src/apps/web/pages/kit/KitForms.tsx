/** How does the program ask a person? */
import { ArrowRight, Copy, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Combobox } from '#foundation/ui/Combobox.tsx'
import { Dialog } from '#foundation/ui/Dialog.tsx'
import type { FormField } from '#foundation/ui/form-values.ts'
import { IconButton } from '#foundation/ui/IconButton.tsx'
import { Link } from '#foundation/ui/Link.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { RecordForm } from '#foundation/ui/RecordForm.tsx'
import { Sheet } from '#foundation/ui/Sheet.tsx'
import { Switch } from '#foundation/ui/Switch.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import { Tooltip } from '#foundation/ui/Tooltip.tsx'
import { Both, Sample } from './Both.tsx'
import { sampleRows } from './sample.ts'

const fields: FormField[] = [
  { name: 'name', label: 'Name', control: 'text', required: true, max: 200 },
  { name: 'stage', label: 'Stage', control: 'choice', required: true, choices: ['qualify', 'discover', 'propose', 'decide'] },
  { name: 'account', label: 'Account', control: 'reference', required: true, references: 'accounts' },
  { name: 'amount', label: 'Amount', control: 'money', required: false },
  { name: 'chance', label: 'Chance', control: 'share', required: false, help: 'Your own judgement; the program keeps its own.' },
  { name: 'seats', label: 'Seats', control: 'number', required: false },
  { name: 'closeOn', label: 'Expected on', control: 'day', required: false },
  { name: 'callAt', label: 'Next call', control: 'moment', required: false },
  { name: 'tags', label: 'Tags', control: 'tags', required: false },
  { name: 'notes', label: 'Notes', control: 'longText', required: false },
  { name: 'isPublic', label: 'Public tender', control: 'yesNo', required: true, help: 'Deadlines are then fixed.' },
]
const options = sampleRows(200).map((r) => ({ value: r.id, label: r.name, detail: r.person }))
const find = async (text: string) => {
  await new Promise((done) => setTimeout(done, 250))
  return options.filter((o) => o.label.toLowerCase().includes(text.toLowerCase())).slice(0, 20)
}
const refuse = () =>
  Promise.reject({
    title: 'Some fields need another look',
    detail: 'Please correct: seats.',
    status: 422,
    errors: [{ path: 'seats', message: 'At most 500 seats fit this plan. Choose the large plan or fewer seats.' }],
  })

export function KitForms() {
  const [dialog, setDialog] = useState(false)
  const [sheet, setSheet] = useState(false)
  const [on, setOn] = useState(true)
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  return (
    <>
      <Sample title="Buttons" note="They say what happens. One main button in a view.">
        <Both>
          <div className="flex flex-wrap items-center gap-2">
            <Button look="main" icon={ArrowRight}>
              Send to Dana
            </Button>
            <Button icon={Plus}>Add a person</Button>
            <Button look="quiet">Not now</Button>
            <Button look="danger" icon={Trash2}>
              Delete for good
            </Button>
            <Button busy>Importing</Button>
            <Button disabled>Nothing to undo</Button>
            <IconButton icon={Pencil} label="Edit" />
            <IconButton icon={Copy} label="Copy" size="small" />
            <Link href="/kit">A link in a sentence</Link>
          </div>
        </Both>
      </Sample>
      <Sample title="Over the page">
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setDialog(true)}>Open a dialog</Button>
          <Button onClick={() => setSheet(true)}>Open a sheet</Button>
          <Menu
            label="More for this account"
            items={[
              { id: 'edit', label: 'Edit', icon: Pencil, run: () => toast('Edit') },
              { id: 'copy', label: 'Copy the address', icon: Copy, run: () => toast('Copied') },
              { id: 'no', label: 'Merge', disabled: true },
              { id: 'del', label: 'Delete', icon: Trash2, danger: true, run: () => toast('Deleted', { undo: () => {} }) },
            ]}
          />
          <Tooltip says="Said on hover and on focus">
            <Button look="quiet">Hover me</Button>
          </Tooltip>
        </div>
        <Dialog
          open={dialog}
          onClose={() => setDialog(false)}
          title="Undo this import?"
          says="412 messages and 37 people that came with it will be removed. 3 people you edited since stay."
          actions={
            <>
              <Button look="quiet" onClick={() => setDialog(false)}>
                Keep it
              </Button>
              <Button look="danger" onClick={() => setDialog(false)}>
                Undo the import
              </Button>
            </>
          }
        />
        <Sheet open={sheet} onClose={() => setSheet(false)} title="Edit the account">
          <RecordForm
            fields={fields.slice(0, 4)}
            value={{ id: '1', name: 'Stadtwerke Aalen' }}
            onSubmit={async () => setSheet(false)}
            submit="Save account"
          />
        </Sheet>
      </Sample>
      <Sample title="A form from the contract" note="Leave the name empty to see a message; the server here refuses the seats.">
        <div className="max-w-[44rem]">
          <RecordForm
            fields={fields}
            value={{ isPublic: false, tags: ['trade fair', 'south'], seats: 900, amount: 1_250_050 }}
            onSubmit={refuse}
            submit="Create opportunity"
            onCancel={() => toast('Left as it was')}
            ask={(_, text) => find(text)}
          />
        </div>
      </Sample>
      <Sample title="Fields, alone and with an error">
        <div className="grid max-w-[44rem] gap-5 sm:grid-cols-2">
          <Combobox
            label="Account"
            value={account}
            onChange={setAccount}
            options={options}
            onCreate={(text) => toast(`Create ${text}`)}
          />
          <TextField
            label="Workspace address"
            value={name}
            onChange={setName}
            placeholder="acme"
            error={name === '' ? 'Write the name that shall stand in the address, such as acme.' : undefined}
          />
          <Switch label="Tell me about broken promises" help="Once a day, in the morning." checked={on} onChange={setOn} />
        </div>
      </Sample>
    </>
  )
}
