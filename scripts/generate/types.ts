/** Makes the TypeScript types of the document. */
import { createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { bodyNames, reachedFrom } from './document.ts';
import { withNames } from './named-types.ts';

const { factory } = ts;

/**
 * Returns the TypeScript types of a bundled OpenAPI document.
 *
 * - An enum marked `x-open-enum` also takes other strings: responses gain values before this contract does.
 * - Each schema is an interface or an alias of its own name, which compilers and editors show.
 * - The arrays of requests are read-only: whoever sends one keeps it.
 * - A property with a `default` stays optional: the server fills it in, not the caller.
 * - An alternative marked `x-readers-only` is no part of its union, which is what a caller may write. It keeps its name.
 */
export async function types(document: OpenAPI3): Promise<string> {
  const nodes = await openapiTS(asWritten(withInlineHeaders(document)), {
    // Its own, empty configuration: redocly.yaml is for the linter, and its rules are unknown to this generator.
    redocly: await createConfig({}),
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema) => (isOpenEnum(schema) ? openEnum(schema.enum) : undefined),
  });
  const { schemas } = document.components as { schemas: Record<string, SchemaObject> };
  const written = reachedFrom(document as never, bodyNames(document as never, 'request'));
  const names = withNames(nodes, {
    isWritten: (name) => written.has(name),
    titlesOf: (name) => (schemas[name]?.anyOf ?? []).map((one) => ('title' in one && one.title) || ''),
  });
  // Editors would show indented text as code.
  return astToString(names).replace(/^( *\*) {2,}/gm, '$1 ');
}

/** openapi-typescript 7 makes every header behind a `$ref` required; an inline one keeps its `required`. */
function withInlineHeaders(document: OpenAPI3): OpenAPI3 {
  const copy = structuredClone(document);
  for (const response of Object.values(copy.components?.responses ?? {})) {
    if ('$ref' in response) continue;
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const target = copy.components?.headers?.[name];
      if ('$ref' in header && header.$ref === `#/components/headers/${name}` && target) {
        response.headers = { ...response.headers, [name]: target };
      }
    }
  }
  return copy;
}

/** The document without the alternatives that only readers meet; the constants in the others discriminate well enough. */
function asWritten(document: OpenAPI3): OpenAPI3 {
  const schemas: Record<string, object> = document.components?.schemas ?? {};
  const isWritten = (one: unknown) => {
    const name = (one as { $ref?: string }).$ref?.split('/').at(-1) ?? '';
    return !('x-readers-only' in (schemas[name] ?? {}));
  };
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === 'discriminator') return undefined;
    // A summary becomes the text of a comment, a description a tag below others.
    if (typeof value?.description === 'string' && typeof value.summary !== 'string') {
      const { description, ...rest } = value;
      return { summary: description, ...rest };
    }
    return (key === 'anyOf' || key === 'oneOf') && Array.isArray(value) ? value.filter(isWritten) : value;
  });
}

type OpenEnum = SchemaObject & { enum: string[]; 'x-open-enum': true };

function isOpenEnum(schema: SchemaObject): schema is OpenEnum {
  return 'x-open-enum' in schema && schema['x-open-enum'] === true;
}

/** `"a" | "b" | (string & {})`: any string, with the known values offered by editors. */
function openEnum(values: string[]): ts.TypeNode {
  const known = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...known, factory.createParenthesizedType(anyString)]);
}
