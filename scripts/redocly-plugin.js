/** House rules of the linter that assertions in redocly.yaml cannot express. */
import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * What is next to the contract and no part of it: where it differs from the vendor's document on purpose, and workflows, which
 * refer to it.
 */
const apart = /^(deviations\.yaml$|workflows[/\\])/;

/** Every file next to the root document must be reachable from it: an unused example or schema misleads. */
function NoUnreachedFile() {
  const reached = new Set();
  return {
    ref(_node, _context, { location }) {
      if (location) reached.add(location.source.absoluteRef);
    },
    Root: {
      leave(_root, { report, location }) {
        const folder = dirname(location.source.absoluteRef);
        reached.add(location.source.absoluteRef);
        for (const path of readdirSync(folder, { recursive: true })) {
          if (!extname(path) || apart.test(path) || reached.has(join(folder, path))) continue;
          report({ message: `${path} is not referenced by any $ref: refer to it or remove it.`, location });
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
      if (!/^([A-Z][a-z0-9]*)+\.yaml$/.test(basename(file)))
        report({ message: `Name ${basename(file)} in PascalCase: it becomes the name of a type.`, location });
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
  const within = (isResponse) => () => {
    inResponse = isResponse;
  };
  return {
    Response: { enter: within(true), leave: within(false) },
    Schema(schema, { report, location }) {
      const isOpen = schema['x-open-enum'] === true;
      if (inResponse && schema.enum && !isOpen)
        report({ message: 'Mark this enum of a response with `x-open-enum: true`.', location });
      if (!inResponse && isOpen) report({ message: 'x-open-enum is for responses, not for requests.', location });
    },
  };
}

/**
 * Contract testers pair the examples of one case by their name: each example of a body that is sent is named by a
 * response and by each parameter of the path. Where no body is sent, each example of a response is named by them.
 */
function ExamplesPair() {
  return {
    Operation({ parameters = [], requestBody, responses = {} }, { report, resolve, location, parent }) {
      const namesIn = (holders) => holders.flatMap((holder) => Object.keys(holder?.examples ?? {}));
      const namesOf = (message) => namesIn(Object.values(resolve(message).node?.content ?? {}));
      const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
      const responded = successes.flatMap((status) => namesOf(responses[status]));
      const cases = requestBody ? namesOf(requestBody) : responded;
      for (const name of cases.filter((one) => !responded.includes(one)))
        report({ message: `No response has an example named ${name}, as the request has.`, location });
      for (const parameter of [...(parent.parameters ?? []), ...parameters].map((one) => resolve(one).node)) {
        const missing = cases.filter((one) => !namesIn([parameter]).includes(one));
        if (parameter?.in !== 'path' || missing.length === 0) continue;
        report({ message: `${parameter.name} needs examples named ${missing.join(', ')}.`, location });
      }
    },
  };
}

export default function house() {
  const oas3 = {
    'no-unreached-file': NoUnreachedFile,
    'schema-file': SchemaFile,
    'open-enum': OpenEnum,
    'examples-pair': ExamplesPair,
  };
  return { id: 'house', rules: { oas3 } };
}
