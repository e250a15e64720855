import ts from 'typescript';
import { nodesOf, parsed } from './source-tree';

/** A message that a file asks for: its key, or the beginning of one that is completed at run time, in one of the namespaces of a translator of that name. */
export type AskedMessage = { namespaces: string[]; key: string; isWhole: boolean };

export function askedMessages(path: string): AskedMessage[] {
  const nodes = [...nodesOf(parsed(path))];
  const translators = new Map<string, string[]>();
  for (const { name, namespace } of nodes.flatMap(translatorIn))
    translators.set(name, [...(translators.get(name) ?? []), namespace]);
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node)) return [];
    const namespaces = translators.get(nameOfCalled(node.expression));
    const [asked] = node.arguments;
    return namespaces === undefined || asked === undefined ? [] : keysIn(asked).map((key) => ({ namespaces, ...key }));
  });
}

/** `const t = useTranslations('desk')`, and the same with `await getTranslations({ locale, namespace: 'desk' })`. */
function translatorIn(node: ts.Node): { name: string; namespace: string }[] {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.initializer === undefined) return [];
  const made = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
  if (!ts.isCallExpression(made) || !/^(use|get)Translations$/.test(made.expression.getText())) return [];
  const namespace = /['"]([\w.-]+)['"]\s*,?\s*\}?$/.exec(made.arguments[0]?.getText() ?? '')?.[1];
  return namespace === undefined ? [] : [{ name: node.name.text, namespace }];
}

/** `t(…)`, `t.rich(…)` and `t.markup(…)` ask by t; `t.has(…)` only wonders. */
function nameOfCalled(called: ts.Expression): string {
  if (ts.isIdentifier(called)) return called.text;
  if (!ts.isPropertyAccessExpression(called) || !ts.isIdentifier(called.expression)) return '';
  return ['rich', 'markup', 'raw'].includes(called.name.text) ? called.expression.text : '';
}

function keysIn(asked: ts.Expression): { key: string; isWhole: boolean }[] {
  if (ts.isStringLiteralLike(asked)) return [{ key: asked.text, isWhole: true }];
  if (ts.isTemplateExpression(asked)) return [{ key: asked.head.text, isWhole: false }];
  if (ts.isConditionalExpression(asked)) return [...keysIn(asked.whenTrue), ...keysIn(asked.whenFalse)];
  return [];
}
