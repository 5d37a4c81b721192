/** `make traffic HAR=<file>`: checks recorded calls of the operations against the contract, and prints no secrets. */
import { escapeControls } from '../../src/http/escape-controls.ts';
import { requestIssues, responseIssues } from '../../src/proxy/check.ts';
import { arranged, note, type ProxyIssue } from '../../src/proxy/report.ts';
import { headerOf } from '../../src/proxy/wire.ts';
import { runCommand } from '../lib/command.ts';
import { plural } from '../lib/text.ts';
import { type Call, readRecording } from './har.ts';

/**
 * Checks the calls of a recording against the contract and prints what breaks it, which ends the process with 1.
 *
 * @throws Error when there is nothing to compare.
 */
function check(file: string | undefined): void {
  if (!file) throw new Error('Name the recording: make traffic HAR=<file>, a HAR file.');
  const { calls, ignored, mask } = readRecording(file);
  if (calls.length === 0)
    throw new Error(
      `${file} has no call of the contract's operations, only ${plural(ignored, 'other call')}. Record one.`,
    );
  const print = (line: string) => console.log(escapeControls(mask(line)));
  let broken = 0;
  for (const call of calls) {
    const issues = arranged(issuesOf(call), mask);
    const isBroken = issues.some(({ breaking }) => breaking);
    if (isBroken) broken += 1;
    print(`${call.operation.method} ${call.url.pathname} ${call.response.status}${isBroken ? '' : ': ok'}`);
    for (const { where, pointer, rule, message, breaking } of issues)
      print(`  ${breaking ? 'error' : 'note'} ${where}${pointer} ${rule}: ${message}`);
  }
  const verdict = broken === 0 ? 'none breaks' : `${broken} ${broken === 1 ? 'breaks' : 'break'}`;
  console.log(`${plural(calls.length, 'call')} of the contract's operations: ${verdict} the contract.`);
  if (ignored > 0) console.log(`${plural(ignored, 'other call')} ignored.`);
  if (broken > 0) process.exitCode = 1;
}

/** What is wrong with a call, and what could not be checked. */
function issuesOf({ operation, url, request, response }: Call): ProxyIssue[] {
  const add = (where: ProxyIssue['where'], pointer: string, message: string) =>
    note(where, pointer, 'recording', message);
  const { status, headers } = response;
  if (status === 0)
    return [add('response', '/status', 'No response was recorded: the call was blocked, canceled or failed.')];
  // A wrong request breaks the contract only if it was accepted: if it was rejected, that is what the contract says.
  const sent = requestIssues(operation, request).map((one) => {
    const isRejected = one.breaking && status >= 400;
    const isToken = one.pointer === '/headers/authorization';
    const hint = isToken ? ' Browsers record it only if sensitive data is included in the export.' : '';
    const message = `${one.message}${hint}${isRejected ? ' The request was rejected.' : ''}`;
    return { ...one, message, breaking: one.breaking && !isRejected };
  });
  const known = operation.parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []));
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !known.includes(name));
  const unrecorded = 'The recording lacks the body; it was not checked.';
  const documented = operation.responses[status];
  const waits = Object.keys(documented?.headers ?? {}).filter((name) => /^retry-after$|-reset$/.test(name));
  const isHintless = status === 429 && waits.every((name) => headerOf(headers, name) === undefined);
  const hintless = `Neither ${waits.join(' nor ')} says when to call again; the contract lets both be absent.`;
  return [
    ...sent,
    ...unknown.map((name) => add('request', '/query', `The parameter ${name} is not documented.`)),
    operation.request && !request.body && add('request', '/body', unrecorded),
    ...responseIssues(operation, response),
    documented && !response.body && add('response', '/body', unrecorded),
    isHintless && add('response', '/headers', hintless),
  ].filter((one) => typeof one === 'object');
}

await runCommand(2, () => check(process.argv[2]));
