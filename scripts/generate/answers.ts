type Json = Record<string, unknown>;

interface ResponseObject {
  headers?: Record<string, { $ref: string }>;
  content: { 'application/json': { examples: Record<string, { $ref: string }> } };
}

interface ContractDocument {
  paths: Record<string, { post: { operationId: string; responses: Record<string, { $ref: string }> } }>;
}

/** Returns the operation and its answers as a mock needs them, as an ES module and its declarations. */
export function answers(document: ContractDocument): [code: string, declarations: string] {
  const resolve = <T>({ $ref }: { $ref: string }) =>
    $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (value as Json)[key], document) as T;
  const [path, item] = Object.entries(document.paths)[0] ?? ['', undefined];
  const { operationId, responses } = item?.post ?? { operationId: '', responses: {} };
  const statuses = Object.entries(responses).map(([status, reference]) => {
    const { headers = {}, content } = resolve<ResponseObject>(reference);
    const examples = Object.entries(content['application/json'].examples).map(([name, example]) => {
      const { summary, value } = resolve<{ summary: string; value: unknown }>(example);
      return [name, { summary, value }];
    });
    return [
      status,
      { headers: Object.keys(headers).map((name) => name.toLowerCase()), examples: Object.fromEntries(examples) },
    ];
  });
  // What Prism's router and its input need of an operation; the rest is compiled into the validators.
  const operation = { id: operationId, method: 'post', path, servers: [], responses: [] };
  return [
    `export const operation = ${JSON.stringify(operation)};\nexport const answers = ${JSON.stringify(Object.fromEntries(statuses), null, 2)};\n`,
    declarations,
  ];
}

const declarations = `/** What Prism's router needs of the operation. */
export declare const operation: {
  id: string;
  method: 'post';
  path: string;
  servers: [];
  responses: [];
};

/** A named example of an answer. */
export interface AnswerExample {
  summary: string;
  value: Record<string, unknown>;
}

/** By status: the documented headers, in lower case, and the named examples, the first being the default. */
export declare const answers: Record<string, { headers: string[]; examples: Record<string, AnswerExample> }>;
`;
