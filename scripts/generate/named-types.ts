/** Gives each schema a name that compilers and editors show: an interface or an alias, with its description. */
import ts from 'typescript';
import { pascalCase } from './literal.ts';

const { factory, SyntaxKind } = ts;

/** What the names need to know of the document. */
export interface Naming {
  /** Whether a schema is part of a request: whoever writes one may have read-only arrays. */
  isWritten(schema: string): boolean;
  /** The titles of the alternatives of a schema, in the order of the document. */
  titlesOf(schema: string): string[];
}

/**
 * Returns the declarations of openapi-typescript with each schema as a declaration of its own, to which `components`,
 * `paths` and `operations` refer.
 */
export function withNames(nodes: ts.Node[], naming: Naming): ts.Node[] {
  const schemas = schemasOf(nodes);
  return nodes.flatMap((node) => {
    const name = ts.isTypeAliasDeclaration(node) ? node.name.text : '';
    const schema = schemas.get(name);
    if (!schema?.type) return [withReferences(node, schemas, false)];
    const declarations = withAlternatives(name, schema.type, schemas, naming) ?? [declaration(name, schema.type)];
    ts.setSyntheticLeadingComments(declarations.at(-1) as ts.Node, ts.getSyntheticLeadingComments(schema));
    return declarations.map((one) => withReferences(one, schemas, naming.isWritten(name)));
  });
}

type Schemas = Map<string, ts.PropertySignature>;

/** The members of `components.schemas`, by name. */
function schemasOf(nodes: ts.Node[]): Schemas {
  const components = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === 'components');
  const schemas = components?.members.filter(ts.isPropertySignature).find((member) => nameOf(member) === 'schemas');
  const type = schemas?.type;
  const members = type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
  return new Map(members.map((member) => [nameOf(member), member]));
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

function withComment(node: ts.Node, text: string): ts.Node {
  return ts.addSyntheticLeadingComment(node, SyntaxKind.MultiLineCommentTrivia, `* ${text} `, true);
}

const exported = [factory.createModifier(SyntaxKind.ExportKeyword)];

function declaration(name: string, type: ts.TypeNode): ts.Node {
  if (ts.isTypeLiteralNode(type)) return interfaceOf(name, type.members);
  return factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

function interfaceOf(name: string, members: readonly ts.TypeElement[], base?: string): ts.Node {
  const extended =
    base === undefined ? [] : [factory.createExpressionWithTypeArguments(factory.createIdentifier(base), undefined)];
  const clauses = extended.length > 0 ? [factory.createHeritageClause(SyntaxKind.ExtendsKeyword, extended)] : undefined;
  return factory.createInterfaceDeclaration(exported, name, undefined, clauses, members);
}

/**
 * An object that needs one of several properties, as a union of interfaces. Compilers then say which property is missing,
 * where an intersection makes them repeat the whole object first; of several, they name that of the last member.
 */
function withAlternatives(
  name: string,
  type: ts.TypeNode,
  schemas: Schemas,
  { titlesOf }: Naming,
): ts.Node[] | undefined {
  const parts = ts.isIntersectionTypeNode(type) ? [...type.types] : [];
  const choice = parts.map(referenceOf).find((one) => one !== undefined) ?? '';
  const union = schemas.get(choice)?.type;
  const own = parts.filter(ts.isTypeLiteralNode);
  if (!union || !ts.isUnionTypeNode(union) || own.length !== parts.length - 1) return undefined;
  const base = `${name}Properties`;
  const members = union.types.map((one) => (ts.isTypeLiteralNode(one) ? one.members : []));
  const alternatives = titlesOf(choice).map((title, index) => ({
    title,
    name: `${name}With${pascalCase(title)}`,
    members: members[index] ?? [],
  }));
  const references = alternatives.toReversed().map((one) => factory.createTypeReferenceNode(one.name));
  const common = interfaceOf(
    base,
    own.flatMap((one) => [...one.members]),
  );
  return [
    withComment(common, `What each \`${name}\` has.`),
    ...alternatives.map((one) => withComment(interfaceOf(one.name, one.members, base), `\`${name}\`: ${one.title}.`)),
    declaration(name, factory.createUnionTypeNode(references)),
  ];
}

/** The schema that `components["schemas"]["Name"]` is. */
function referenceOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const [section, name] = [node.objectType.indexType, node.indexType].map((index) =>
    ts.isLiteralTypeNode(index) && ts.isStringLiteral(index.literal) ? index.literal.text : '',
  );
  return section === 'schemas' ? name : undefined;
}

/** A declaration that refers to schemas by their names, and has read-only arrays where that is wanted. */
function withReferences(root: ts.Node, schemas: Schemas, hasReadonlyArrays: boolean): ts.Node {
  const members = new Set<ts.Node>(schemas.values());
  const visit = (node: ts.Node): ts.Node => {
    const reference = referenceOf(node);
    if (reference !== undefined) return factory.createTypeReferenceNode(reference);
    if (members.has(node)) return named(node as ts.PropertySignature);
    const inner = ts.visitEachChild(node, visit, undefined);
    if (!hasReadonlyArrays || !ts.isArrayTypeNode(inner)) return inner;
    return factory.createTypeOperatorNode(SyntaxKind.ReadonlyKeyword, inner);
  };
  return visit(root);
}

function named(member: ts.PropertySignature): ts.Node {
  const type = factory.createTypeReferenceNode(nameOf(member));
  return factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
}
