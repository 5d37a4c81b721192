/** Lets the user of the mock change a response, and checks that it still satisfies the contract. */

import { operations as facts } from '../../generated/operations.js';
import type { operations } from '../../generated/schema.d.ts';
import { checkResponse } from '../contract/exchange.ts';
import type { ValidRequest } from './operations/responder.ts';
import { jsonResponse, type MockResponse, type Problem } from './responses.ts';

type Json<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;

type RequestOf<Id extends keyof operations> = {
  readonly operation: Id;
  /** The keys of the path, decoded. */
  readonly path: Readonly<operations[Id]['parameters']['path']>;
  readonly query: URLSearchParams;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json<operations[Id]['requestBody']>;
};

type ResponseOf<Id extends keyof operations> = {
  [Status in keyof operations[Id]['responses']]: {
    status: Status;
    headers: Record<string, string>;
    body: Json<operations[Id]['responses'][Status]>;
  };
}[keyof operations[Id]['responses']];

/** A valid request, as `respond` gets it. */
export type ContractRequest = { [Id in keyof operations]: RequestOf<Id> }[keyof operations];

/** A response of the contract; or a server failure, which the contract does not describe. */
export type ContractResponse =
  | { [Id in keyof operations]: ResponseOf<Id> }[keyof operations]
  | { status: 500 | 502 | 503 | 504; headers: Record<string, string>; body: unknown };

/**
 * Changes the response to a valid request: gets the one that the mock would send, and returns the one to send. If that
 * breaks the contract, the caller gets a 500 that says how.
 */
export type Respond = (
  response: ContractResponse,
  request: ContractRequest,
) => ContractResponse | Promise<ContractResponse>;

/** Returns the response that `respond` makes of one, or what is wrong with it. */
export async function overridden(
  { status, headers, body, delayMs }: MockResponse,
  { text: _, ...request }: ValidRequest,
  respond: Respond,
): Promise<MockResponse | Problem> {
  try {
    const copy = { status, headers: { ...headers }, body: JSON.parse(body) } as ContractResponse;
    const changed = await respond(copy, request as ContractRequest);
    // What counts is what is sent: a date becomes a string, and `undefined` is left out.
    const sent = JSON.stringify(changed.body);
    const problem = problemOf(request.operation, changed, sent);
    if (problem) return refused(`broke the contract: ${problem}`);
    return { ...jsonResponse(changed.status, sent, { ...changed.headers }), delayMs };
  } catch (error) {
    return refused(`failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refused(what: string): Problem {
  return { status: 500, message: `The option respond of the mock ${what}`, logged: 'The option respond failed.' };
}

function problemOf(
  id: ValidRequest['operation'],
  { status, headers }: ContractResponse,
  sent: string,
): string | undefined {
  const size = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  if (size > 3_000) return `The headers have ${size} characters, of at most 3000.`;
  new Headers(headers);
  if (sent === undefined) return 'The body is missing.';
  const { issues } = checkResponse(facts[id], {
    status,
    header: (name) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? jsonType[name],
    text: sent,
  });
  return issues.find(({ breaking }) => breaking)?.message;
}

/** What the mock adds if the user does not. */
const jsonType: Record<string, string | undefined> = { 'content-type': 'application/json' };
