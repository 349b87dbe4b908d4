import ts from 'typescript';

/** A text in the source of a component that a person would see. */
export type VisibleText = { line: number; text: string };

const visibleAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'label',
  'placeholder',
  'title',
]);

/**
 * Finds the texts in the source of a component (TSX) that a person would see and that therefore
 * belong into locales/: between tags, and in attributes that are shown or read out.
 */
export function findVisibleTexts(source: string, fileName = 'component.tsx'): VisibleText[] {
  const file = ts.createSourceFile(
    fileName,
    source,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: VisibleText[] = [];
  const add = (node: ts.Node, text: string) => {
    if (!/\p{L}/u.test(text)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push({ line: line + 1, text: text.trim() });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) add(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) addTexts(node.expression, add);
    if (ts.isJsxAttribute(node) && visibleAttributes.has(node.name.getText())) {
      const value = node.initializer;
      addTexts(value && ts.isJsxExpression(value) ? value.expression : value, add);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The texts that an expression may become: itself, or either branch of a choice. */
function addTexts(node: ts.Node | undefined, add: (node: ts.Node, text: string) => void): void {
  if (node === undefined) return;
  if (ts.isStringLiteralLike(node)) add(node, node.text);
  else if (ts.isTemplateExpression(node)) {
    add(
      node,
      [node.head, ...node.templateSpans.map((span) => span.literal)]
        .map((part) => part.text)
        .join(' '),
    );
  } else if (ts.isConditionalExpression(node)) {
    addTexts(node.whenTrue, add);
    addTexts(node.whenFalse, add);
  } else if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) addTexts(node.left, add);
    addTexts(node.right, add);
  } else if (ts.isParenthesizedExpression(node)) addTexts(node.expression, add);
}
