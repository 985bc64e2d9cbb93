/** What does a source file say about itself? Read with the compiler, so that words in texts and comments do not count. */
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** One source file: where it is, its words, and what the rules of the house ask about. */
export type SourceFile = {
  readonly at: string
  readonly text: string
  readonly lines: number
  readonly isTest: boolean
  /** Names it exports; a default export is called `default`. */
  readonly exports: readonly string[]
  /** What the house does not use, with its line: any, non-null assertions, enums, decorators, classes that are no errors. */
  readonly forbidden: readonly string[]
}

const hasExport = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false)

const namesOf = (statement: ts.Statement): readonly string[] => {
  if (ts.isExportAssignment(statement)) return ['default']
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.map(({ name }) => name.text)
  }
  if (!hasExport(statement, ts.SyntaxKind.ExportKeyword)) return []
  if (hasExport(statement, ts.SyntaxKind.DefaultKeyword)) return ['default']
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const { name } = statement as ts.DeclarationStatement
  return name ? [name.getText()] : []
}

const isErrorClass = (node: ts.ClassLikeDeclaration): boolean =>
  node.heritageClauses?.some(({ types }) => types.some(({ expression }) => /Error$|^Problem$/.test(expression.getText()))) ??
  false

const forbiddenName = (node: ts.Node): string | undefined => {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any'
  if (ts.isNonNullExpression(node)) return 'non-null !'
  if (ts.isEnumDeclaration(node)) return 'enum'
  if (ts.isDecorator(node)) return 'decorator'
  return ts.isClassLike(node) && !isErrorClass(node) ? 'class' : undefined
}

/** Reads one file's text. */
export function readSource(at: string, text: string): SourceFile {
  const kind = at.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(at, text, ts.ScriptTarget.ES2023, true, kind)
  const forbidden: string[] = []
  const visit = (node: ts.Node): void => {
    const name = forbiddenName(node)
    if (name) forbidden.push(`${at}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${name}`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const lines = text.trimEnd().split('\n').length
  return { at, text, lines, isTest: /\.test\.tsx?$/.test(at), exports: tree.statements.flatMap(namesOf), forbidden }
}

/** Reads all TypeScript files below the folders of `root` (those that exist). */
export function readSources(root: string, folders: readonly string[]): readonly SourceFile[] {
  const below = (folder: string): readonly string[] => {
    try {
      return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      )
    } catch {
      return []
    }
  }
  return folders
    .flatMap(below)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(tmp|d)\./.test(file))
    .sort()
    .map((file) => readSource(file, readFileSync(`${root}/${file}`, 'utf8')))
}
