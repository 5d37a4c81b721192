import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Where the contract differs from the vendor's document on purpose: not part of the contract, but kept next to it. */
const deviations = 'deviations.yaml';

/** Workflows that refer to the contract; the contract does not refer to them. */
const workflows = 'workflows';

/** Every YAML file next to the root document must be reachable from it: an unused example or schema misleads. */
function NoUnreachedFile() {
  const reached = new Set();
  return {
    ref: {
      leave(_node, _context, resolved) {
        if (resolved.location) reached.add(resolved.location.source.absoluteRef);
      },
    },
    Root: {
      leave(_root, { report, location }) {
        const file = location.source.absoluteRef;
        const folder = dirname(file);
        for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          const absolute = join(path.parentPath, path.name);
          if (basename(path.parentPath) === workflows) continue;
          if (!path.isFile() || [file, join(folder, deviations)].includes(absolute) || reached.has(absolute)) continue;
          report({
            message: `${relative(folder, absolute)} is not referenced by any $ref: refer to it or remove it.`,
            location,
          });
        }
      },
    },
  };
}

/** A schema's file is named after its component, in PascalCase, the name that users import; and it has a description. */
function SchemaFile() {
  return {
    Schema(schema, { report, location }) {
      const file = location.source.absoluteRef;
      if (basename(dirname(file)) !== 'schemas' || location.pointer !== '#/') return;
      if (!/^([A-Z][a-z0-9]*)+\.yaml$/.test(basename(file))) {
        report({ message: `Name ${basename(file)} in PascalCase: it becomes the name of a type.`, location });
      }
      if (!schema.description) report({ message: `${basename(file)} needs a description.`, location });
    },
  };
}

/**
 * LaunchDarkly adds values to the enums of responses, so each is marked `x-open-enum` and its type takes any string.
 * What a caller sends is exact: an enum of a request never is.
 */
function OpenEnum() {
  let inResponse = false;
  return {
    Response: {
      enter() {
        inResponse = true;
      },
      leave() {
        inResponse = false;
      },
    },
    Schema(schema, { report, location }) {
      const isOpen = schema['x-open-enum'] === true;
      if (inResponse && schema.enum && !isOpen) {
        report({ message: 'Mark this enum of a response with `x-open-enum: true`.', location });
      }
      if (!inResponse && isOpen) report({ message: 'x-open-enum is for responses, not for requests.', location });
    },
  };
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * Contract testers pair the examples of one case by their name: each example of a body that is sent is named by a
 * response and by each parameter of the path. Where no body is sent, each example of a response is named by them.
 */
function ExamplesPair() {
  return {
    PathItem(item, { report, resolve, location }) {
      const namesIn = (...holders) => holders.flatMap((holder) => Object.keys(holder?.examples ?? {}));
      const media = (holder) => Object.values(resolve(holder ?? {}).node?.content ?? {});
      for (const method of methods.filter((name) => name in item)) {
        const { parameters = [], requestBody, responses = {} } = item[method];
        const at = location.child(method);
        const succeeding = Object.keys(responses).filter((status) => status.startsWith('2'));
        const responded = namesIn(...succeeding.flatMap((status) => media(responses[status])));
        const cases = requestBody ? namesIn(...media(requestBody)) : responded;
        for (const name of cases.filter((one) => !responded.includes(one))) {
          report({ message: `No response has an example named ${name}, as the request has.`, location: at });
        }
        for (const parameter of [...(item.parameters ?? []), ...parameters].map((one) => resolve(one).node)) {
          const missing = cases.filter((one) => !namesIn(parameter).includes(one));
          if (parameter?.in !== 'path' || missing.length === 0) continue;
          report({ message: `${parameter.name} needs examples named ${missing.join(', ')}.`, location: at });
        }
      }
    },
  };
}

export default function house() {
  return {
    id: 'house',
    rules: {
      oas3: {
        'no-unreached-file': NoUnreachedFile,
        'schema-file': SchemaFile,
        'open-enum': OpenEnum,
        'examples-pair': ExamplesPair,
      },
    },
  };
}
