/** How does an analysed document read in a terminal? */
import type { EvidenceSpan } from '#conversation/evidence/rules/evidence-span.ts'
import type { AnalyzedDocument } from '#discovery/needs/rules/analysis-input.ts'

function detail(span: EvidenceSpan): string {
  switch (span.kind) {
    case 'need.explicit':
    case 'need.implicit':
      return `${span.need} (${span.category}, ${span.priority})`
    case 'objection':
      return span.type
    case 'competitor':
      return `${span.name} (${span.polarity})`
    case 'promise':
      return `${span.owner}: ${span.what}${span.due ? `, by ${span.due}` : ''}`
  }
}

/** Participants with their sides, every span under its kind with its words and confidence, needs, questions. */
export function printAnalysis(document: AnalyzedDocument): string {
  const lines = [`${document.id} (${document.source}, ${document.date})`]
  for (const { name, side, sideBecause } of document.participants)
    lines.push(`  ${name}: ${side}${sideBecause ? ` (${sideBecause})` : ''}`)
  for (const span of document.evidence) {
    lines.push(
      `  ${span.kind.padEnd(14)} ${Math.round(span.confidence * 100)} %  ${detail(span)}`,
      `      "${span.quote.replace(/\s+/g, ' ')}" ${span.who}`,
    )
  }
  if (document.needs.length > 0)
    lines.push(
      '  Needs',
      ...document.needs.map((need) => `    ${need.need} (${need.category}, ${need.priority}; ${need.evidence.join(', ')})`),
    )
  if (document.nextQuestions.length > 0)
    lines.push('  Still to ask', ...document.nextQuestions.map((question) => `    ${question}`))
  return `${lines.join('\n')}\n\n`
}
