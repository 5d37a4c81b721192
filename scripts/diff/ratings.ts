import { type Bump, type Found, isWords } from './found.ts';
import { list, same, tree } from './json.ts';
import { schemaKeywords } from './place.ts';

/** Where Redocly's rating is wrong: what is right, and why. */
interface Correction {
  name: string;
  because: string;
  /** The right rating of a change that this correction is about; undefined for every other change. */
  rate(found: Found): Bump | undefined;
}

/** Whether the field was modified, and what the change is then rated. */
const field = (names: string[], rate: (found: Found) => Bump | undefined) => (found: Found) =>
  found.kind === 'modified' && names.includes(found.property ?? '') ? rate(found) : undefined;

const lost = (before: unknown, after: unknown) =>
  list(before).some((value) => !list(after).some((other) => same(value, other)));

const isProperty = ({ place }: Found) =>
  place.keys.at(-2) === 'properties' && schemaKeywords(place.keys).at(-1) === 'properties';
const isRequest = ({ place }: Found) => place.side === 'request';
const isAnswer = ({ place }: Found) => place.side === 'answer';

/** Numeric formats, the smaller ones first: every value of one is a value of the next. */
const widths = [
  ['int32', 'int64'],
  ['float', 'double'],
];

/** What may be sent or received less, or more, by a change that no rule of Redocly's objects to. */
const shaping = new Set(
  [
    'type',
    'enum',
    'required',
    'format',
    'pattern',
    'multipleOf',
    'uniqueItems',
    'additionalProperties',
    'items',
  ].concat(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minimum', 'maximum'],
    ['exclusiveMinimum', 'exclusiveMaximum', 'unevaluatedProperties', 'unevaluatedItems', 'minContains', 'maxContains'],
    ['contentEncoding', 'contentMediaType', 'operationId'],
  ),
);
const requirements = ['SecurityRequirement', 'SecurityRequirementList'];

/**
 * The one place where Redocly's rating is overruled. The first correction that is about a change decides. Everything
 * else is rated by Redocly. `test/fixtures/spec-changes.yaml` has a row for each.
 */
export const corrections: Correction[] = [
  {
    name: 'webhook-parameter-removed',
    because: 'whoever receives a webhook reads its parameters, such as a signature',
    rate: ({ node, kind, place }) =>
      node.startsWith('Parameter') && kind === 'removed' && place.side === 'answer' ? 'major' : undefined,
  },
  {
    name: 'path-parameters-change-places',
    because: 'the same names stand elsewhere in the path, so callers fill in one value for another',
    rate: ({ node, property }) => (node === 'PathItem' && property === 'key' ? 'major' : undefined),
  },
  {
    name: 'parameter-content',
    because: 'a parameter or header that becomes a document of its own is written in another way',
    rate: ({ node, place, kind }) =>
      node === 'MediaTypesMap' &&
      kind !== 'modified' &&
      (place.keys.includes('parameters') || place.keys.includes('headers'))
        ? 'major'
        : undefined,
  },
  {
    name: 'not-of-this-side',
    because: 'nobody sends what is read-only, nobody receives what is write-only',
    rate: ({ place }) => (place.foreign ? 'patch' : undefined),
  },
  {
    name: 'inside-a-negation',
    because: 'what narrows a schema under `not` or `if` widens the whole, so no rating of it is safe but the strictest',
    rate: ({ place, kind, property }) => {
      const keywords = schemaKeywords(place.keys);
      const around = kind === 'modified' ? keywords : keywords.slice(0, -1);
      if (!around.some((keyword) => keyword === 'not' || keyword === 'if')) return undefined;
      return kind !== 'modified' || shaping.has(property ?? '') ? 'major' : undefined;
    },
  },
  {
    name: 'request-property-removed',
    because: 'an open object takes the property as before and ignores it: what callers send is lost without a word',
    rate: (found) => {
      if (!isRequest(found)) return undefined;
      // A property that nobody could send is no loss.
      const lostOnes = found.node === 'SchemaProperties' ? Object.values(tree(found.before)) : [found.before];
      if (found.kind !== 'removed' || lostOnes.every((one) => same(one, { not: {} }))) return undefined;
      if (found.node === 'SchemaProperties') return 'major';
      return isProperty(found) ? (tree(found.before)['readOnly'] === true ? 'patch' : 'major') : undefined;
    },
  },
  {
    name: 'property-changes-direction',
    because: 'a read-only property is no longer taken from callers, a write-only one no longer given to readers',
    rate: field(['readOnly', 'writeOnly'], (found) => {
      if (found.place.side !== (found.property === 'readOnly' ? 'request' : 'answer')) return 'patch';
      if (found.property === 'readOnly' && found.after !== true && found.place.required) return 'major';
      return found.after === true ? 'major' : 'minor';
    }),
  },
  {
    name: 'default-changed',
    because: 'a caller that leaves the value out gets what the default says; an answer says what it says',
    rate: field(['default'], (found) => {
      if (found.node === 'ServerVariable') return 'major';
      return isRequest(found) ? (found.before === undefined ? 'minor' : 'major') : 'patch';
    }),
  },
  {
    name: 'deprecated',
    because: 'Semantic Versioning, clause 7: a minor version when something is deprecated',
    rate: field(['deprecated'], ({ after }) => (after === true ? 'minor' : 'patch')),
  },
  {
    name: 'open-enum',
    because: 'x-open-enum tells readers to expect unknown values and the types make them; taking it up breaks switches',
    rate: (found) => {
      if (found.kind !== 'modified' || !isAnswer(found)) return undefined;
      if (found.property === 'x-open-enum') return found.after === true && !wasText(found) ? 'major' : 'minor';
      return found.property === 'enum' && tree(found.place.base)['x-open-enum'] === true ? 'minor' : undefined;
    },
  },
  {
    name: 'choice-of-any',
    because: 'what matches exactly one variant matches any; two at once match any only',
    rate: field(['x-match'], (found) => ((found.after === 'any') === isRequest(found) ? 'minor' : 'major')),
  },
  {
    name: 'content-encoding',
    because: 'the text is to be written, and to be read, in another way',
    rate: field(['contentEncoding'], ({ place }) => (place.side === undefined ? undefined : 'major')),
  },
  {
    name: 'format-of-display',
    because: 'a password is any text; the format tells a form to hide it',
    rate: field(['format'], ({ before, after }) =>
      [before, after].every((format) => format === undefined || format === 'password') ? 'patch' : undefined,
    ),
  },
  {
    name: 'numeric-format-widened',
    because: 'int32 is part of int64 and float of double, so one direction of the change is safe',
    rate: field(['format'], (found) => {
      const width = widths.find((pair) => pair.includes(String(found.before)) && pair.includes(String(found.after)));
      if (!width) return undefined;
      return (found.after === width[1]) === isRequest(found) ? 'minor' : 'major';
    }),
  },
  {
    name: 'contains-bounds',
    because: 'more items that have to match, or fewer that may, narrow the list; Redocly has no rule for them',
    rate: field(['minContains', 'maxContains'], (found) => {
      const isMin = found.property === 'minContains';
      const value = (one: unknown) => (typeof one === 'number' ? one : isMin ? 1 : Number.POSITIVE_INFINITY);
      const narrower = isMin ? value(found.after) > value(found.before) : value(found.after) < value(found.before);
      return narrower === isRequest(found) ? 'major' : 'minor';
    }),
  },
  {
    name: 'parameter-allowance',
    because: 'a parameter that may also be empty, or hold reserved characters, is taken as before',
    rate: field(['allowEmptyValue', 'allowReserved'], ({ after }) => (after === true ? 'minor' : 'major')),
  },
  {
    name: 'multiple-of-multiple',
    because: 'every multiple of ten is one of five, so one direction of the change is safe',
    rate: field(['multipleOf'], (found) => {
      const [finer, coarser] = isRequest(found) ? [found.after, found.before] : [found.before, found.after];
      const times = Number(coarser) / Number(finer);
      const safe = Math.abs(times - Math.round(times)) < 1e-9;
      return safe ? 'minor' : undefined;
    }),
  },
  {
    name: 'names-and-places',
    because: 'a pattern of names, or a place in a tuple, that gets a schema narrows what may stand there',
    rate: ({ place, kind, property, before, after }) => {
      if (property === 'key' && place.keys.at(-2) === 'patternProperties') return 'major';
      const isTuple = [place.keys.at(-1), ...Object.keys(tree(before ?? after))].some((key) =>
        /^\[\d+\]$/.test(key ?? ''),
      );
      const keyword = schemaKeywords(place.keys).at(-1);
      if (kind === 'modified' || !(keyword === 'patternProperties' || (keyword === '$defs' && isTuple)))
        return undefined;
      return (kind === 'added') === (place.side === 'request') ? 'major' : 'minor';
    },
  },
  {
    name: 'dependent-required',
    because:
      'a property that now asks for another narrows what may be sent; one that asks for less widens what may come',
    rate: (found) => {
      if (found.node !== 'DependentRequired' || found.kind !== 'modified') return undefined;
      return (isRequest(found) ? lost(found.after, found.before) : lost(found.before, found.after)) ? 'major' : 'minor';
    },
  },
  {
    name: 'discriminator-changed',
    because:
      'callers and readers choose the branch by it; a value that readers do not know, or may not send, breaks them',
    rate: (found) => {
      if (found.node === 'Discriminator') return found.kind === 'modified' ? 'major' : 'minor';
      return field(['x-discriminator-values'], ({ before, after }) => {
        if (before === undefined || after === undefined)
          return (before === undefined) === isRequest(found) ? 'major' : 'minor';
        const [was, is] = [String(before).split(', '), String(after).split(', ')];
        return (isRequest(found) ? lost(was, is) : lost(is, was)) ? 'major' : 'minor';
      })(found);
    },
  },
  {
    name: 'required-body-added',
    because: 'no call of yesterday has a body',
    rate: ({ node, kind, after }) =>
      node === 'RequestBody' && kind === 'added' && tree(after)['required'] === true ? 'major' : undefined,
  },
  {
    name: 'header-requiredness',
    because: 'readers that count on a header find nothing when it is left out',
    rate: (found) =>
      found.node === 'Header' ? field(['required'], ({ after }) => (after ? 'minor' : 'major'))(found) : undefined,
  },
  {
    name: 'encoding-changed',
    because: 'the parts of a body are written in another way',
    rate: (found) => (found.place.keys.includes('encoding') && !isWords(found) ? 'major' : undefined),
  },
  {
    name: 'server-variable',
    because: 'callers that fill in a value that is gone reach nobody',
    rate: (found) =>
      found.node === 'ServerVariable'
        ? field(['enum'], ({ before, after }) =>
            after !== undefined && (before === undefined || lost(before, after)) ? 'major' : 'minor',
          )(found)
        : undefined,
  },
  {
    name: 'servers-of-an-operation',
    because: 'they stand in for the servers of the document, so callers reach another one',
    rate: ({ node, kind, place }) =>
      node === 'ServerList' && kind !== 'modified' && place.operation !== undefined ? 'major' : undefined,
  },
  {
    name: 'unused-scheme',
    because: 'nobody asks for the scheme any more, or did before; what that means is said where it is asked for',
    rate: ({ node, kind }) => (node === 'SecurityScheme' && kind !== 'modified' ? 'patch' : undefined),
  },
  {
    name: 'oauth-address',
    because: 'callers get their tokens at these addresses',
    rate: (found) =>
      field(['tokenUrl', 'authorizationUrl', 'refreshUrl'], ({ before }) => (before === undefined ? 'minor' : 'major'))(
        found,
      ) ?? (found.kind === 'removed' && found.place.keys.at(-2) === 'flows' ? 'major' : undefined),
  },
  {
    name: 'words',
    because: 'people read it and the mock may say it; nobody sends or receives anything else',
    rate: (found) => (isWords(found) ? 'patch' : undefined),
  },
  {
    name: 'more-is-possible',
    because:
      'Redocly rates what no rule objects to as a patch; a change of what may be sent or may come is more than that',
    rate: ({ impact, node, kind, property }) => {
      if (impact !== 'patch') return undefined;
      if (kind === 'removed' || requirements.includes(node)) return 'minor';
      return shaping.has(property ?? '') ? 'minor' : undefined;
    },
  },
];

/** Whether the value could be any text before, so that opening its enum opens nothing. */
function wasText({ place }: Found): boolean {
  return tree(place.base)['enum'] === undefined;
}

/** The rating of a change, and the correction that it took, if any. */
export function rate(found: Found): { bump: Bump; correction?: Correction } {
  for (const correction of corrections) {
    const bump = correction.rate(found);
    if (bump !== undefined) return bump === found.impact ? { bump } : { bump, correction };
  }
  return { bump: found.impact };
}
