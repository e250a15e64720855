import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Paths from the project's folder, of files whose path matches, in order. A folder that does not exist yet holds none. */
export function filesUnder(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path) && !/(^|\/)(node_modules|\.tmp)\//.test(path))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

export function parsed(path: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, kind);
}

/** Every node below, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** The names of the functions and methods that a file calls: `a()` and `b.c()` give a and c. */
export function callsIn(path: string): Set<string> {
  const names = new Set<string>();
  for (const node of nodesOf(parsed(path))) {
    if (!ts.isCallExpression(node)) continue;
    const { expression } = node;
    if (ts.isIdentifier(expression)) names.add(expression.text);
    if (ts.isPropertyAccessExpression(expression)) names.add(expression.name.text);
  }
  return names;
}

/** What a file imports by value, as written. */
export function valueImportsOf(path: string): string[] {
  return parsed(path)
    .statements.filter(ts.isImportDeclaration)
    .filter((statement) => statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    .map((statement) => (ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : ''));
}

/** Exported functions, with the written type of the first parameter: how a command is told from its helpers. */
export function exportedFunctionsOf(path: string): { name: string; takes: string | undefined }[] {
  return parsed(path)
    .statements.filter(ts.isFunctionDeclaration)
    .filter((statement) => statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
    .map((statement) => ({ name: statement.name?.text ?? 'default', takes: statement.parameters[0]?.type?.getText() }));
}

/** Whether anything of the file is left when it runs: types alone need no test. */
export function hasRuntime(path: string): boolean {
  return parsed(path).statements.some(
    (statement) => ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement) || ts.isClassDeclaration(statement),
  );
}

/** The texts of strings and of the fixed parts of templates. */
export function stringsIn(path: string): string[] {
  return [...nodesOf(parsed(path))].flatMap((node) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? [node.text] : [],
  );
}

/** States that a file writes by name into one of these tables: `tx.update(revisions).set({ state: 'published' })`. */
export function statesWrittenByName(path: string, tables: readonly string[]): string[] {
  return [...nodesOf(parsed(path))].flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const { expression: update, name } = node.expression;
    const [table] = ts.isCallExpression(update) ? update.arguments : [];
    if (name.text !== 'set' || table === undefined || !tables.includes(table.getText())) return [];
    return node.arguments
      .filter(ts.isObjectLiteralExpression)
      .flatMap(({ properties }) => [...properties])
      .filter(ts.isPropertyAssignment)
      .filter(({ name: field, initializer }) => field.getText() === 'state' && ts.isStringLiteralLike(initializer))
      .map(({ initializer }) => initializer.getText());
  });
}
