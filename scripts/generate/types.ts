/** Makes the TypeScript types of the document. */
import { createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString, type SchemaObject, STRING, tsLiteral, tsUnion, UNKNOWN } from 'openapi-typescript';
import ts from 'typescript';
import { keysOf, list, own } from '../lib/json.ts';
import { bodyNames, type ContractDocument, reachedFrom, resolve, schemaOf } from './document.ts';
import { pascalCase } from './literal.ts';

const { factory } = ts;

/** How openapi-typescript refers to a schema. */
const schemaReference = /components\["schemas"\]\["([^"]+)"\]/;

/**
 * Returns the TypeScript types of a bundled OpenAPI document.
 *
 * - An enum marked `x-open-enum` also takes other strings: responses gain values before this contract does.
 * - Each schema is an interface or an alias of its own name, which compilers and editors show. `components`, `paths` and
 *   `operations` refer to these names.
 * - The arrays of requests are read-only: whoever sends one keeps it.
 * - A property with a `default` stays optional: the server fills it in, not the caller.
 * - An alternative marked `x-readers-only` is no part of its union, which is what a caller may write. It keeps its name.
 */
export async function types(document: ContractDocument): Promise<string> {
  const written = reachedFrom(document, bodyNames(document, 'request'));
  const nodes = await openapiTS(asWritten(document), {
    // Its own, empty configuration: redocly.yaml is for the linter, and its rules are unknown to this generator.
    redocly: await createConfig({}),
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema) => (own(schema, 'x-open-enum') === true ? openEnum(schema) : undefined),
    postTransform: (type, { path = '' }) => {
      const [, section, name = ''] = keysOf(path);
      if (!ts.isArrayTypeNode(type) || section !== 'schemas' || !written.has(name)) return undefined;
      return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, type);
    },
  });
  const declarations = declarationsOf(document, nodes);
  const textOf = (node: ts.Node) =>
    (ts.isTypeAliasDeclaration(node) && declarations.get(node.name.text)) || astToString(node);
  const named = nodes.map(textOf).join('').replaceAll(new RegExp(schemaReference, 'g'), '$1');
  // Editors would show indented text as code.
  return named.replace(/^( *\*) {2,}/gm, '$1 ');
}

/** The document as openapi-typescript 7 makes the types of those who write it. */
function asWritten(document: ContractDocument): ContractDocument {
  const isWritten = (one: object) => !('x-readers-only' in resolve(document, one));
  const text = JSON.stringify(document, (key, value) => {
    // The constants of the alternatives discriminate well enough.
    if (key === 'discriminator') return undefined;
    if ((key === 'anyOf' || key === 'oneOf') && Array.isArray(value)) return value.filter(isWritten);
    // It makes every header behind a `$ref` required; an inline one keeps its `required`.
    const target = /^#\/components\/headers\//.test(value?.$ref) ? resolve(document, value) : value;
    if (typeof target?.description !== 'string' || typeof target.summary === 'string') return target;
    // A summary becomes the text of a comment, a description a tag below others.
    const { description, ...rest } = target;
    return { summary: description, ...rest };
  });
  return JSON.parse(text);
}

/** `"a" | "b" | (string & {})`: any string, with the known values offered by editors. */
function openEnum(schema: SchemaObject): ts.TypeNode {
  const anyString = factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]);
  return tsUnion([...list(schema.enum).map(tsLiteral), factory.createParenthesizedType(anyString)]);
}

/** Takes the types of the schemas out of `components`, which keeps their names. Returns their declarations by name. */
function declarationsOf(document: ContractDocument, nodes: ts.Node[]): Map<string, string> {
  const components = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'components');
  const schemas = membersOf(membersOf(components).get('schemas')?.type);
  const types = new Map([...schemas].map(([name, { type = UNKNOWN }]) => [name, type]));
  const declarations = [...schemas].map(([name, member]) => {
    const comments = (ts.getSyntheticLeadingComments(member) ?? []).map(({ text }) => `/*${text}*/\n`);
    const [whole, ...parts] = declarationOf(document, name, types);
    Object.assign(member, { type: factory.createTypeReferenceNode(name) });
    ts.setSyntheticLeadingComments(member, undefined);
    return [name, [...parts, ...comments, whole].join('')] as const;
  });
  return new Map(declarations);
}

function membersOf(node: ts.Node | undefined): Map<string, ts.PropertySignature> {
  const isObject = node && (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node));
  const members = isObject ? node.members.filter(ts.isPropertySignature) : [];
  return new Map(members.map((member) => ['text' in member.name ? member.name.text : '', member]));
}

/**
 * The declaration of a schema, and before it those that it needs. An object that needs one of several properties is a union
 * of interfaces. Compilers then say which property is missing, where an intersection makes them repeat the whole object
 * first; of several, they name that of the last member.
 */
function declarationOf(document: ContractDocument, name: string, types: Map<string, ts.TypeNode>): string[] {
  const type = types.get(name) ?? UNKNOWN;
  if (ts.isTypeLiteralNode(type)) return [interfaceOf(name, type)];
  const parts = ts.isIntersectionTypeNode(type) ? [...type.types] : [];
  const literals = parts.filter(ts.isTypeLiteralNode);
  const [reference = type] = parts.filter((part) => !ts.isTypeLiteralNode(part));
  const [, choice = ''] = schemaReference.exec(astToString(reference)) ?? [];
  const union = types.get(choice);
  if (!union || !ts.isUnionTypeNode(union) || literals.length !== parts.length - 1)
    return [`export type ${name} = ${astToString(type).trim()};\n`];
  const base = `${name}Properties`;
  const titles = list(schemaOf(document, choice)['anyOf']).map((one) => String(own(one, 'title') ?? ''));
  const names = titles.map((title) => `${name}With${pascalCase(title)}`);
  const alternatives = union.types.map(
    (one, index) => `/** \`${name}\`: ${titles[index]}. */\n${interfaceOf(`${names[index]} extends ${base}`, one)}`,
  );
  return [
    `export type ${name} = ${names.toReversed().join(' | ')};\n`,
    `/** What each \`${name}\` has. */\n`,
    interfaceOf(base, factory.createTypeLiteralNode(literals.flatMap(({ members }) => [...members]))),
    ...alternatives,
  ];
}

const interfaceOf = (name: string, type: ts.TypeNode) => `export interface ${name} ${astToString(type)}`;
