import ts from 'typescript';
import { nodesOf, parsed } from './source-tree';

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);

/** What a person reads when it is handed on as data: the title of a document, the label of a link. */
const handedOn = new Set(['title', 'description', 'label', 'heading', 'hint', 'placeholder', 'text']);

/** Two letters in a row, in any script: signs, single initials and numbers are no language. */
const word = /\p{L}\p{M}*\p{L}/u;

/** Words in a page that do not come from messages/, as `path:line: words`. */
export function visibleLiterals(path: string): string[] {
  const file = parsed(path);
  const found: string[] = [];
  for (const node of nodesOf(file)) {
    const text = visibleText(node);
    if (text === undefined || !word.test(text)) continue;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1}: ${text.trim()}`);
  }
  return found;
}

function visibleText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node)) return isShown(node) ? literalIn(node.expression) : undefined;
  if (ts.isPropertyAssignment(node) && handedOn.has(node.name.getText())) return literalIn(node.initializer);
  if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) {
    return node.initializer.text;
  }
  return undefined;
}

/** A child of an element, or the value of an attribute that is spoken. */
function isShown(node: ts.JsxExpression): boolean {
  return ts.isJsxAttribute(node.parent) ? spoken.has(node.parent.name.getText()) : true;
}

/** The words of a literal, also where a condition chooses between two. */
function literalIn(expression: ts.Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)].join(' ');
  }
  if (ts.isConditionalExpression(expression)) return [literalIn(expression.whenTrue), literalIn(expression.whenFalse)].join(' ');
  if (ts.isBinaryExpression(expression)) return literalIn(expression.right);
  return undefined;
}
