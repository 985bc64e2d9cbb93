/** Who works here, what may they do, and by which keys do programs come in? */
import { z } from 'zod'
import { event } from '#foundation/contract/event.ts'
import { currency, email, listOf, moment, oneOf, reference, text, yesNo } from '#foundation/contract/fields.ts'
import { operations } from '#foundation/contract/operation.ts'
import { named, record } from '#foundation/contract/record.ts'
import { scopeForm } from '#foundation/contract/scope.ts'

export const Workspace = record(
  'workspaces',
  { noun: 'workspace', plural: 'workspaces', title: 'name', undo: 'never' },
  {
    name: text('Workspace name'),
    domains: listOf('Your mail domains', z.string().trim().toLowerCase().min(3).max(253)),
    currency: currency(),
    timeZone: text('Time zone', 60),
    isDemo: yesNo('Demo world'),
  },
)

export const Member = record(
  'members',
  { noun: 'member', plural: 'members', title: 'name', undo: 'never', leftAt: 'deactivatedAt' },
  {
    userId: reference('Sign-in', 'users').nullable(),
    name: text('Name'),
    email: email('E-mail'),
    title: text('Title').nullable(),
    role: oneOf('Role', 'member', 'manager', 'owner'),
    deactivatedAt: moment('Left').nullable(),
  },
)

export const Invite = record(
  'invites',
  { noun: 'invite', plural: 'invites', title: 'email', heavy: ['secretHash'], undo: 'never' },
  {
    email: email('E-mail'),
    name: text('Name').nullable(),
    role: oneOf('Role', 'member', 'manager', 'owner'),
    secretHash: text('Secret'),
    invitedById: reference('Invited by', 'members').nullable(),
    expiresAt: moment('Good until'),
    acceptedAt: moment('Accepted').nullable(),
    revokedAt: moment('Taken back').nullable(),
  },
)

export const ApiToken = record(
  'api_tokens',
  { noun: 'token', plural: 'tokens', title: 'name', heavy: ['secretHash'], undo: 'never' },
  {
    memberId: reference('Member', 'members'),
    name: text('Name', 100),
    secretHash: text('Secret'),
    lastFour: text('Ends with', 4),
    expiresAt: moment('Good until').nullable(),
    revokedAt: moment('Taken back').nullable(),
    lastUsedAt: moment('Last used').nullable(),
    scopes: listOf('May ask', z.string().regex(scopeForm, 'Write a scope such as accounts:read')).nullable(),
  },
)

export const WorkspaceOpened = event('workspace.opened', z.object({ workspaceId: z.uuid() }))

const id = { id: z.uuid() }
const InviteShown = named('invite', Invite.schema.omit({ secretHash: true }))
const TokenShown = named('token', ApiToken.schema.omit({ secretHash: true }))

export const members = operations({
  me: {
    route: 'GET /me',
    summary: 'Who am I, and where',
    may: 'member',
    takes: z.object({}),
    returns: z.object({
      member: Member.schema,
      workspace: Workspace.schema,
      workspaces: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  },
  list: {
    route: 'GET /members',
    summary: 'List the members of the workspace',
    may: 'member',
    takes: z.object({}),
    returns: z.array(Member.schema),
  },
  changeMe: {
    route: 'PATCH /me',
    summary: 'Change your own name or title',
    may: 'member',
    takes: Member.draft.pick({ name: true, title: true }).partial(),
    returns: Member.schema,
  },
  changeRole: {
    route: 'PUT /members/:id/role',
    summary: 'Give a member another role',
    may: 'owner',
    takes: z.object({ ...id, role: Member.fields.role }),
    returns: Member.schema,
  },
  deactivate: {
    route: 'PUT /members/:id/departure',
    summary: 'Close the door for a member who left',
    may: 'owner',
    takes: z.object(id),
    returns: Member.schema,
  },
  resetLink: {
    route: 'POST /members/:id/reset-link',
    summary: 'Make a link by which a member chooses a new password; shown once, good for an hour',
    may: 'owner',
    takes: z.object(id),
    returns: z.object({ link: z.string(), expiresAt: z.string() }),
  },
  changeWorkspace: {
    route: 'PATCH /workspace',
    summary: 'Change the name, the mail domains, the currency or the time zone',
    may: 'owner',
    takes: Workspace.draft.pick({ name: true, domains: true, currency: true, timeZone: true }).partial(),
    returns: Workspace.schema,
  },
  invite: {
    route: 'POST /invites',
    summary: 'Invite a colleague by mail; the link is shown once',
    may: 'manager',
    takes: Invite.draft.pick({ email: true, name: true, role: true }),
    returns: z.object({ invite: InviteShown, link: z.string(), mailed: z.boolean() }),
  },
  invites: {
    route: 'GET /invites',
    summary: 'List open invites',
    may: 'manager',
    takes: z.object({}),
    returns: z.array(InviteShown),
  },
  revokeInvite: {
    route: 'DELETE /invites/:id',
    summary: 'Take an invite back',
    may: 'manager',
    takes: z.object(id),
    returns: InviteShown,
  },
  tokens: {
    route: 'GET /tokens',
    summary: 'List your API tokens',
    may: 'member',
    takes: z.object({}),
    returns: z.array(TokenShown),
  },
  scopes: {
    route: 'GET /tokens/scopes',
    summary: 'List the scopes that a token can be limited to, and what each opens',
    may: 'member',
    takes: z.object({}),
    returns: z.array(z.object({ scope: z.string(), opens: z.array(z.string()) })),
  },
  createToken: {
    route: 'POST /tokens',
    summary: 'Make an API token; its secret is shown once',
    may: 'member',
    takes: z.object({
      name: ApiToken.fields.name,
      expiresAt: ApiToken.fields.expiresAt.optional(),
      scopes: ApiToken.fields.scopes.optional(),
    }),
    returns: z.object({ token: TokenShown, secret: z.string() }),
  },
  revokeToken: {
    route: 'DELETE /tokens/:id',
    summary: 'Take a token back',
    may: 'member',
    takes: z.object(id),
    returns: TokenShown,
  },
})
