/** The contract as the reference shows it: with safe text, our own code samples, and rules next to their properties. */
import * as operations from '../../generated/operations.js';
import type { Operation } from '../../src/contract/operations.ts';
import { type CodeSample, clientCode, curlCode, openapiFetchCode } from './code.ts';
import type { Schema } from './reference.ts';
import { mapDescriptions, plainText, safeMarkdown } from './text.ts';

/** An example of the document, and where it is used. */
interface Reference {
  $ref: string;
}

interface Example {
  summary: string;
  value: unknown;
}

interface DocumentOperation {
  operationId: string;
  summary: string;
  requestBody?: { content: Record<string, { examples: Record<string, Reference> }> };
  'x-codeSamples'?: CodeSample[];
}

/** The parts of a bundled document that the site reads. */
export interface SiteDocument {
  info: { title: string; version: string; summary?: string };
  paths: Record<string, Record<string, DocumentOperation>>;
  components: {
    examples: Record<string, Example>;
    schemas: Record<string, Schema>;
    parameters: Record<string, { examples?: Record<string, Reference> }>;
  };
}

/** A named request of the contract. */
export interface RequestExample extends Example {
  name: string;
}

/** The requests that the document names for an operation, in its order. */
export function requestsOf(document: SiteDocument, id: string): RequestExample[] {
  const operation = operationsOf(document).find(({ operationId }) => operationId === id);
  const [content] = Object.values(operation?.requestBody?.content ?? {});
  return Object.entries(content?.examples ?? {}).map(([name, { $ref }]) => ({ name, ...exampleAt(document, $ref) }));
}

/**
 * Returns a schema with the members of its `allOf` merged into it, since the pages show the required properties of a schema
 * and not of its members. A member that asks for one of several properties becomes a sentence at each of them.
 */
function withoutMembers({ allOf, ...schema }: Schema, schemas: Record<string, Schema>): Schema {
  if (!allOf) return schema;
  const members = allOf.map((member) => schemas[member.$ref?.split('/').at(-1) ?? ''] ?? member);
  const merged: Schema = { ...schema, required: members.flatMap(({ required = [] }) => required) };
  merged.properties = Object.assign({}, ...members.map(({ properties }) => properties));
  for (const { anyOf = [], description: rule } of members) {
    for (const name of anyOf.flatMap(({ required = [] }) => required)) {
      const property = merged.properties?.[name];
      if (property) property.description = `${property.description} ${rule}`;
    }
  }
  return merged;
}

/** Returns the document for the pages of the reference. */
export function forReference(document: SiteDocument): SiteDocument {
  const safe = mapDescriptions(structuredClone(document), safeMarkdown);
  const { schemas } = safe.components;
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = withoutMembers(schema, schemas);
  for (const operation of operationsOf(safe)) operation['x-codeSamples'] = samplesOf(document, operation);
  // A key has an example for each case of each operation; a page shows the same few again and again.
  for (const parameter of Object.values(safe.components.parameters)) {
    const [first] = Object.values(parameter.examples ?? {});
    if (!first) continue;
    delete parameter.examples;
    Object.assign(parameter, { example: exampleAt(document, first.$ref).value });
  }
  for (const example of Object.values(safe.components.examples)) example.summary = plainText(example.summary);
  return safe;
}

function samplesOf(document: SiteDocument, { operationId }: DocumentOperation): CodeSample[] {
  const route = (operations as unknown as Record<string, Operation>)[operationId] as Operation;
  const body = requestsOf(document, operationId)[0]?.value;
  return [
    { lang: 'sh', label: 'curl', source: curlCode(route, body) },
    { lang: 'ts', label: 'TypeScript, with the client', source: clientCode(route, body) },
    ...(operationId === operations.createIteration.id
      ? [{ lang: 'ts', label: 'TypeScript, with openapi-fetch', source: openapiFetchCode(body) }]
      : []),
  ];
}

function operationsOf({ paths }: SiteDocument): DocumentOperation[] {
  return Object.values(paths).flatMap((item) => Object.values(item).filter((one) => one?.operationId !== undefined));
}

function exampleAt({ components }: SiteDocument, $ref: string): Example {
  return components.examples[$ref.split('/').at(-1) ?? ''] ?? { summary: '', value: {} };
}
