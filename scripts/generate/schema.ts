/** A schema as the validators see it: few keywords, references by name. */

/** A schema in the keywords that the validators know, each with its meaning in JSON Schema. */
export interface SchemaData {
  /** The name of another schema, which is more than a scalar. It stands alone. */
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  'x-open-enum'?: true;
  not?: { enum: unknown[] };
  properties?: Record<string, SchemaData>;
  required?: string[];
  additionalProperties?: SchemaData;
  items?: SchemaData;
  /** Beside `properties`: sets of them, one of which must be there. Alone: alternatives, of which at most one fits. */
  anyOf?: SchemaData[];
}

/** Returns the schemas inside a schema, not those of its references. */
export function partsOf({ properties = {}, items, additionalProperties, anyOf = [] }: SchemaData): SchemaData[] {
  return [...Object.values(properties), items, additionalProperties, ...anyOf].filter((part) => part !== undefined);
}
