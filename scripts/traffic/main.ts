/** `make traffic HAR=<file>`: checks recorded calls of the operations against the contract, and prints no secrets. */
import { type Operation, routeOf } from '../../src/contract/operations.ts';
import { escapeControls } from '../../src/http/escape-controls.ts';
import { requestIssues, responseIssues } from '../../src/proxy/check.ts';
import { arranged, type ProxyIssue } from '../../src/proxy/report.ts';
import { plural } from '../lib/text.ts';
import { type Call, NoRecording, readRecording } from './har.ts';
import type { Mask } from './mask.ts';

/** The operation of a call, or undefined if it is not in the contract. */
function operationOf(method: string, path: string): Operation | undefined {
  const route = routeOf(method, path);
  return route && 'operation' in route ? route.operation : undefined;
}

/**
 * Checks the calls of a recording against the contract and prints what breaks it.
 *
 * @returns The exit code: 1 if anything breaks the contract.
 * @throws NoRecording when there is nothing to compare.
 */
function check(file: string | undefined): number {
  if (!file) throw new NoRecording('Name the recording: make traffic HAR=<file>, a HAR file.');
  const { calls, ignored, mask } = readRecording(file, (method, path) => operationOf(method, path) !== undefined);
  if (calls.length === 0)
    throw new NoRecording(
      `${file} has no call of the contract's operations, only ${plural(ignored, 'other call')}. Record one.`,
    );
  let broken = 0;
  for (const call of calls) {
    const issues = issuesOf(call, mask);
    const isBroken = issues.some(({ breaking }) => breaking);
    if (isBroken) broken += 1;
    console.log(
      escapeControls(mask(`${call.method} ${call.url.pathname} ${call.response.status}${isBroken ? '' : ': ok'}`)),
    );
    for (const { where, pointer, rule, message, breaking } of issues)
      console.log(escapeControls(mask(`  ${breaking ? 'error' : 'note'} ${where}${pointer} ${rule}: ${message}`)));
  }
  const verdict = broken === 0 ? 'none breaks' : `${broken} ${broken === 1 ? 'breaks' : 'break'}`;
  console.log(`${plural(calls.length, 'call')} of the contract's operations: ${verdict} the contract.`);
  if (ignored > 0) console.log(`${plural(ignored, 'other call')} ignored.`);
  return broken > 0 ? 1 : 0;
}

/**
 * What is wrong with a call. A wrong request breaks the contract only if it was accepted: if it was rejected, that is
 * what the contract says.
 */
function issuesOf({ method, url, request, response }: Call, mask: Mask): ProxyIssue[] {
  const operation = operationOf(method, url.pathname);
  if (!operation) return [];
  const { status } = response;
  if (status === 0)
    return [note('response', '/status', 'No response was recorded: the call was blocked, canceled or failed.')];
  const isUnknown = (name: string) => !operation.parameters.some((one) => one.in === 'query' && one.name === name);
  const sent = requestIssues(operation, request).map((one) => {
    if (one.pointer === '/headers/authorization')
      return {
        ...one,
        message: `${one.message} Browsers record it only if sensitive data is included in the export.`,
      };
    return one;
  });
  const wasRefused = (one: ProxyIssue) =>
    one.breaking && status >= 400
      ? { ...one, breaking: false, message: `${one.message} The request was rejected.` }
      : one;
  const all = [
    ...sent.map(wasRefused),
    ...[...new Set(url.searchParams.keys())]
      .filter(isUnknown)
      .map((name) => note('request', '/query', `The parameter ${name} is not documented.`)),
    ...(request.body || !operation.request ? [] : [unrecorded('request')]),
    ...responseIssues(operation, response),
    ...(response.body || !operation.responses[status] ? [] : [unrecorded('response')]),
    ...hintless(operation.responses[status]?.headers ?? {}, response),
  ];
  return arranged(all, mask);
}

/** A 429 that does not say when to call again. */
function hintless(documented: object, { status, headers }: Call['response']): ProxyIssue[] {
  const names = headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const waits = Object.keys(documented).filter((name) => /^retry-after$|-reset$/.test(name));
  if (status !== 429 || waits.some((name) => names.includes(name))) return [];
  const message = `Neither ${waits.join(' nor ')} says when to call again; the contract lets both be absent.`;
  return [note('response', '/headers', message)];
}

function unrecorded(where: ProxyIssue['where']): ProxyIssue {
  return note(where, '/body', 'The recording lacks the body; it was not checked.');
}

function note(where: ProxyIssue['where'], pointer: string, message: string): ProxyIssue {
  return { where, pointer, rule: 'recording', found: 'absent', message, breaking: false };
}

try {
  process.exitCode = check(process.argv[2]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
