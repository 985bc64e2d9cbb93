/** Which pages are there, where do they stand in the rail, and what is loaded for each? One entry per page. */
import {
  Building2,
  Columns3,
  Combine,
  Inbox,
  ListTodo,
  MessagesSquare,
  Settings,
  StickyNote,
  Sun,
  UsersRound,
} from 'lucide-react'
import type { PageLine } from './page-args.ts'

export const pages: readonly PageLine[] = [
  {
    path: '/',
    load: () => import('./pages/TodayPage.tsx').then((m) => m.TodayPage),
    rail: { id: 'today', label: 'Today', icon: Sun, keys: 'g t', phone: true },
  },
  {
    path: '/tasks',
    load: () => import('./pages/TasksPage.tsx').then((m) => m.TasksPage),
    rail: { id: 'tasks', label: 'Tasks', icon: ListTodo, keys: 'g k' },
  },
  { path: '/tasks/all', load: () => import('./pages/AllTasksPage.tsx').then((m) => m.AllTasksPage) },
  { path: '/tasks/$id', load: () => import('./pages/TaskPage.tsx').then((m) => m.TaskPage) },
  {
    path: '/conversations',
    load: () => import('./pages/ConversationsPage.tsx').then((m) => m.ConversationsPage),
    rail: { id: 'conversations', label: 'Conversations', icon: MessagesSquare, keys: 'g c', phone: true },
  },
  { path: '/conversations/$id', load: () => import('./pages/ConversationsPage.tsx').then((m) => m.ConversationsPage) },
  {
    path: '/accounts',
    load: () => import('./pages/AccountsPage.tsx').then((m) => m.AccountsPage),
    rail: { id: 'accounts', label: 'Accounts', icon: Building2, keys: 'g a', phone: true },
  },
  { path: '/accounts/$id', load: () => import('./pages/AccountPage.tsx').then((m) => m.AccountPage) },
  {
    path: '/people',
    load: () => import('./pages/PeoplePage.tsx').then((m) => m.PeoplePage),
    rail: { id: 'people', label: 'People', icon: UsersRound, keys: 'g p' },
  },
  { path: '/people/$id', load: () => import('./pages/PersonPage.tsx').then((m) => m.PersonPage) },
  {
    path: '/opportunities',
    load: () => import('./pages/OpportunitiesPage.tsx').then((m) => m.OpportunitiesPage),
    rail: { id: 'opportunities', label: 'Opportunities', icon: Columns3, keys: 'g o', phone: true },
  },
  { path: '/opportunities/$id', load: () => import('./pages/OpportunityPage.tsx').then((m) => m.OpportunityPage) },
  {
    path: '/imports',
    load: () => import('./pages/ImportsPage.tsx').then((m) => m.ImportsPage),
    rail: { id: 'imports', label: 'Imports', icon: Inbox, keys: 'g i', foot: true },
  },
  {
    path: '/duplicates',
    load: () => import('#workspace/duplicates/screens/DuplicatesPage.tsx').then((m) => m.DuplicatesPage),
    rail: { id: 'duplicates', label: 'Duplicates', icon: Combine, keys: 'g d', foot: true },
  },
  {
    path: '/settings',
    load: () => import('#workspace/members/screens/SettingsPage.tsx').then((m) => m.SettingsPage),
    rail: { id: 'settings', label: 'Settings', icon: Settings, keys: 'g s', foot: true },
  },
  { path: '/settings/webhooks', load: () => import('#workspace/webhooks/screens/WebhooksPage.tsx').then((m) => m.WebhooksPage) },
  {
    path: '/settings/webhooks/$id',
    load: () => import('#workspace/webhooks/screens/WebhookPage.tsx').then((m) => m.WebhookPage),
  },
  { path: '/settings/fields', load: () => import('#workspace/fields/screens/FieldsPage.tsx').then((m) => m.FieldsPage) },
  { path: '/settings/trash', load: () => import('#workspace/trash/screens/TrashPage.tsx').then((m) => m.TrashPage) },
  {
    path: '/settings/personal-data',
    load: () => import('#workspace/personal-data/screens/PersonalDataPage.tsx').then((m) => m.PersonalDataPage),
  },
  {
    path: '/settings/retention',
    load: () => import('#workspace/retention/screens/RetentionPage.tsx').then((m) => m.RetentionPage),
  },
  {
    path: '/settings/pipelines',
    load: () => import('#pipeline/pipelines/screens/PipelinesPage.tsx').then((m) => m.PipelinesPage),
  },
  {
    path: '/sign-in',
    load: () => import('#workspace/members/screens/SignInPage.tsx').then((m) => m.SignInPage),
    frame: false,
  },
  {
    path: '/welcome',
    load: () => import('#workspace/members/screens/FirstRunPage.tsx').then((m) => m.FirstRunPage),
    frame: false,
  },
  {
    path: '/invite',
    load: () => import('#workspace/members/screens/InvitePage.tsx').then((m) => m.InvitePage),
    frame: false,
  },
  { path: '/reset', load: () => import('#workspace/members/screens/ResetPage.tsx').then((m) => m.ResetPage), frame: false },
  { path: '/imports/$id', load: () => import('./pages/ImportPage.tsx').then((m) => m.ImportPage) },
  { path: '/needs/$id', load: () => import('./pages/NeedPage.tsx').then((m) => m.NeedPage) },
  {
    path: '/notes',
    load: () => import('./pages/NotesPage.tsx').then((m) => m.NotesPage),
    rail: { id: 'notes', label: 'Notes', icon: StickyNote, keys: 'g n' },
  },
  { path: '/notes/$id', load: () => import('./pages/NotePage.tsx').then((m) => m.NotePage) },
  { path: '/promises/$id', load: () => import('./pages/PromisePage.tsx').then((m) => m.PromisePage) },
  { path: '/reference', load: () => import('./pages/ReferencePage.tsx').then((m) => m.ReferencePage) },
  { path: '/kit', load: () => import('./pages/KitPage.tsx').then((m) => m.KitPage) },
]
