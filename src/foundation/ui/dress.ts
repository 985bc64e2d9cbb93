/** Which class names apply? False, null and empty ones fall away. */
export const dress = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
