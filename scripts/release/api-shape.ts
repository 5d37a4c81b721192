import ts from 'typescript';

/** Who holds a value: the caller hands it in (1), the caller receives it (2), or nobody knows which (3). */
export type Direction = 1 | 2 | 3;

/** The declarations of one report, and which way their values go. */
export interface Shape {
  /** By space and name, such as `type IterationPath`; a function with overloads has several. */
  declarations: Map<string, Declaration>;
  /** Which way a declaration's values go, or those of a type that an indexed access names. Unknown where absent. */
  directions: Map<ts.Node, Direction>;
}

export interface Declaration {
  name: string;
  exported: boolean;
  nodes: ts.Node[];
}

/** Parses the TypeScript of a report. */
export function shapeOf(report: string): Shape {
  const declarations = new Map<string, Declaration>();
  const add = (space: string, name: string, exported: boolean, node: ts.Node) => {
    const key = `${space} ${name}`;
    const found = declarations.get(key) ?? { name, exported, nodes: [] };
    declarations.set(key, { ...found, exported: found.exported || exported, nodes: [...found.nodes, node] });
  };
  for (const node of ts.createSourceFile('report.d.ts', report, ts.ScriptTarget.Latest, true).statements) {
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    const exported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    if (ts.isVariableStatement(node)) {
      for (const variable of node.declarationList.declarations)
        add('value', variable.name.getText(), exported, variable);
    } else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      add('type', node.name.text, exported, node);
    } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
      add('value', node.name?.text ?? 'default', exported, node);
    } else if (ts.isImportDeclaration(node)) {
      // One name an import, the local one last.
      add('import', /(\w+)\W*$/.exec(node.importClause?.getText() ?? '')?.[1] ?? textOf(node), false, node);
    } else {
      add('other', textOf(node), true, node);
    }
  }
  const directions = new Map<ts.Node, Direction>();
  walkAll(declarations, directions);
  return { declarations, directions };
}

const printer = ts.createPrinter({ removeComments: true });

/** A node's code in one line, without comments. */
export function textOf(node: ts.Node): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return text.replace(/\s+/g, ' ').trim();
}

/** The other way: what a function that is handed in takes is received, and what one that is received takes is handed in. */
export function turned(direction: Direction): Direction {
  return direction === 3 ? 3 : direction === 1 ? 2 : 1;
}

/** These hand their arguments on; what other foreign generics do with theirs is unknown. */
const transparent = new Set([
  'Array',
  'Awaited',
  'Partial',
  'Promise',
  'Readonly',
  'ReadonlyArray',
  'Record',
  'Required',
]);

/** A type parameter's argument, with the arguments that hold where it stands. */
type Arguments = Map<string, { node: ts.TypeNode; inside: Arguments }>;

/** Goes from the exported values, which callers receive, through all that they reach. */
function walkAll(declarations: Map<string, Declaration>, directions: Map<ts.Node, Direction>): void {
  const seen = new Set<string>();

  function reach(node: ts.Node, direction: Direction, inside: Arguments): void {
    const args = [...inside].map(([name, argument]) => `${name}=${textOf(argument.node)}`).join();
    const key = `${node.pos} ${direction} ${args}`;
    if (seen.has(key)) return;
    seen.add(key);
    directions.set(node, ((directions.get(node) ?? 0) | direction) as Direction);
    walk(node, direction, inside);
  }

  function walk(node: ts.Node, direction: Direction, inside: Arguments): void {
    const into = (child: ts.Node) => walk(child, direction, inside);
    if (ts.isTypeReferenceNode(node)) refer(node.typeName.getText(), node.typeArguments ?? [], direction, inside);
    else if (ts.isExpressionWithTypeArguments(node)) {
      refer(node.expression.getText(), node.typeArguments ?? [], direction, inside);
    } else if (ts.isIndexedAccessTypeNode(node)) {
      const target = targetOf(node, declarations);
      if (target === undefined) ts.forEachChild(node, (child) => walk(child, 3, inside));
      else reach(target, direction, new Map());
    } else if (ts.isParameter(node)) {
      if (node.type) walk(node.type, turned(direction), inside);
    } else if (ts.isTypeParameterDeclaration(node) || ts.isConditionalTypeNode(node) || ts.isMappedTypeNode(node)) {
      ts.forEachChild(node, (child) => walk(child, 3, inside));
    } else if (ts.isTypeQueryNode(node)) {
      for (const found of declarations.get(`value ${node.exprName.getText()}`)?.nodes ?? []) reach(found, 3, new Map());
    } else ts.forEachChild(node, into);
  }

  function refer(name: string, args: readonly ts.TypeNode[], direction: Direction, inside: Arguments): void {
    const bound = inside.get(name);
    if (bound !== undefined) {
      walk(bound.node, direction, bound.inside);
      return;
    }
    const found = [declarations.get(`type ${name}`), declarations.get(`value ${name}`)].filter(
      (one) => one !== undefined,
    );
    if (found.length === 0) {
      for (const argument of args) walk(argument, transparent.has(name) ? direction : 3, inside);
    }
    for (const node of found.flatMap(({ nodes }) => nodes)) {
      const parameters = 'typeParameters' in node ? ((node.typeParameters ?? []) as ts.TypeParameterDeclaration[]) : [];
      const bindings = parameters.flatMap((parameter, index) => {
        const argument = args[index];
        return argument === undefined ? [] : [[parameter.name.text, { node: argument, inside }] as const];
      });
      reach(node, direction, new Map(bindings));
    }
  }

  for (const [key, { exported, nodes }] of declarations) {
    if (key.startsWith('value ') && exported) for (const node of nodes) reach(node, 2, new Map());
    // openapi-typescript's own names: what a caller of an operation sends, and what it is answered.
    if (key === 'type operations') for (const node of nodes) walkOperations(node, reach);
  }
}

function walkOperations(node: ts.Node, reach: (node: ts.Node, direction: Direction, inside: Arguments) => void): void {
  if (ts.isPropertySignature(node) && node.type) {
    const name = node.name.getText();
    if (name === 'requestBody' || name === 'parameters') reach(node.type, 1, new Map());
    if (name === 'responses') reach(node.type, 2, new Map());
  }
  ts.forEachChild(node, (child) => walkOperations(child, reach));
}

/** The type that `Name['a']['b']` is, where `Name` and its members are in the report. */
function targetOf(node: ts.IndexedAccessTypeNode, declarations: Map<string, Declaration>): ts.Node | undefined {
  const index = ts.isLiteralTypeNode(node.indexType) ? node.indexType.literal : undefined;
  if (index === undefined || !ts.isStringLiteral(index)) return undefined;
  const { objectType } = node;
  const object = ts.isIndexedAccessTypeNode(objectType)
    ? targetOf(objectType, declarations)
    : ts.isTypeReferenceNode(objectType)
      ? declarations.get(`type ${objectType.typeName.getText()}`)?.nodes[0]
      : undefined;
  if (object === undefined || !(ts.isInterfaceDeclaration(object) || ts.isTypeLiteralNode(object))) return undefined;
  const member = object.members.find((one) => one.name && nameOf(one.name) === index.text);
  return member && ts.isPropertySignature(member) ? member.type : undefined;
}

/** A member's name, without quotes. */
export function nameOf(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
}
