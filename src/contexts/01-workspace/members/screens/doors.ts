/** What can be asked of sign-in, first run and invites? Typed like operations, so that screens ask them the same way. */
import { z } from 'zod'
import { operations } from '#foundation/contract/operation.ts'

const nothing = z.object({})
const anything = z.unknown()
const words = z.string()
const SignedIn = z.object({ twoFactorRedirect: z.boolean().optional() })
const LetIn = z.object({ secondFactor: z.boolean() })

/** The doors of src/apps/server/mount-people.ts and src/foundation/platform/auth/mount-auth.ts. */
export const doors = operations({
  isFirstRun: {
    route: 'GET /first-run',
    summary: 'Whether no workspace was opened yet',
    may: 'member',
    takes: nothing,
    returns: z.object({ open: z.boolean(), demo: z.boolean(), isDemo: z.boolean() }),
  },
  firstRun: {
    route: 'POST /first-run',
    summary: 'Open the first workspace',
    may: 'member',
    takes: z.object({
      workspaceName: words,
      name: words,
      email: words,
      password: words,
      domains: z.array(words).optional(),
      currency: words.optional(),
      timeZone: words.optional(),
    }),
    returns: LetIn,
  },
  enterDemo: { route: 'POST /first-run/demo', summary: 'Enter the demo world', may: 'member', takes: nothing, returns: LetIn },
  lookAtInvite: {
    route: 'POST /invites/look',
    summary: 'What an invite says',
    may: 'member',
    takes: z.object({ token: words }),
    returns: z.object({ workspaceName: words, email: words, name: words.nullable(), known: z.boolean() }),
  },
  acceptInvite: {
    route: 'POST /invites/accept',
    summary: 'Come in by an invite',
    may: 'member',
    takes: z.object({ token: words, name: words, password: words }),
    returns: LetIn,
  },
  signIn: {
    route: 'POST /auth/sign-in/email',
    summary: 'Sign in',
    may: 'member',
    takes: z.object({ email: words, password: words }),
    returns: SignedIn,
  },
  signOut: { route: 'POST /auth/sign-out', summary: 'Sign out', may: 'member', takes: nothing, returns: anything },
  session: {
    route: 'GET /auth/get-session',
    summary: 'The present session',
    may: 'member',
    takes: nothing,
    returns: z.object({ user: z.object({ email: words, twoFactorEnabled: z.boolean().nullish() }) }).nullable(),
  },
  askReset: {
    route: 'POST /auth/request-password-reset',
    summary: 'Ask for a link to choose a new password',
    may: 'member',
    takes: z.object({ email: words }),
    returns: anything,
  },
  reset: {
    route: 'POST /auth/reset-password',
    summary: 'Choose a new password',
    may: 'member',
    takes: z.object({ token: words, newPassword: words }),
    returns: anything,
  },
  changePassword: {
    route: 'POST /auth/change-password',
    summary: 'Change the password',
    may: 'member',
    takes: z.object({ currentPassword: words, newPassword: words, revokeOtherSessions: z.boolean() }),
    returns: anything,
  },
  enableTwoFactor: {
    route: 'POST /auth/two-factor/enable',
    summary: 'Begin with a second factor',
    may: 'member',
    takes: z.object({ password: words }),
    returns: z.object({ totpURI: words, backupCodes: z.array(words) }),
  },
  disableTwoFactor: {
    route: 'POST /auth/two-factor/disable',
    summary: 'Do without a second factor',
    may: 'member',
    takes: z.object({ password: words }),
    returns: anything,
  },
  verifyCode: {
    route: 'POST /auth/two-factor/verify-totp',
    summary: 'Prove the second factor',
    may: 'member',
    takes: z.object({ code: words }),
    returns: anything,
  },
  verifyBackupCode: {
    route: 'POST /auth/two-factor/verify-backup-code',
    summary: 'Come in with a backup code',
    may: 'member',
    takes: z.object({ code: words }),
    returns: anything,
  },
})
