/** How does the program itself send a mail (an invite, a reset)? Through the mail server of SMTP_URL, or not at all. */
import { createTransport } from 'nodemailer'

export interface OwnMail {
  to: string
  subject: string
  text: string
}
/** Answers false when no outgoing mail is set up, or the mail server refused. */
export type Post = (mail: OwnMail) => Promise<boolean>

const noSender: Post = async () => false

/** Whether a mail could be sent at all. */
export const isSenderSet = (post: Post): boolean => post !== noSender

/**
 * Opens the way out.
 * @param onFault told why a mail was refused; never carries its text
 */
export function openPost(smtpUrl: string | undefined, from: string, onFault: (why: string) => void): Post {
  if (!smtpUrl) return noSender
  const transport = createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true })
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ to: { name: '', address: to }, subject, text })
      return true
    } catch (error) {
      onFault(error instanceof Error ? error.message : String(error))
      return false
    }
  }
}
