/** How are the commands of an operator typed, and what do they do? */

export const backupUsage = [
  ['rapport backup [FILE]', 'Save everything to one file, also while Rapport runs; without FILE into the data folder'],
  ['rapport backup verify FILE', 'Read a backup from end to end and say whether it is whole'],
  ['rapport backup list', 'List the backups in the data folder'],
] as const
export const restoreUsage = [
  [
    'rapport restore FILE [--into FOLDER | DATABASE_URL] [--replace] [--without-secret]',
    'Put a backup into an empty data folder or database; with --replace in the place of what is there, which is saved first',
  ],
] as const
export const upgradeUsage = [
  [
    'rapport upgrade',
    'Bring the database up to this program, after a backup; put it back when that fails. "npm start" does the same',
  ],
] as const
export const healthUsage = [
  [
    'rapport health [--json]',
    'Say how the running Rapport is: database, migrations, queue, disk, backups; fails when it is not well',
  ],
] as const
