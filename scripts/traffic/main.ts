/** `make traffic HAR=<file>`: holds recorded calls of the operation against the contract. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createIteration, type Operation } from '../../generated/operations.js';
import { escapeControls } from '../../src/http/escape-controls.ts';
import { requestIssues, responseIssues } from '../../src/proxy/check.ts';
import { arranged, type ProxyIssue } from '../../src/proxy/report.ts';
import { redocly } from '../lib/redocly.ts';
import { type Call, NoRecording, readRecording } from './har.ts';

const [, , file] = process.argv;
const operation: Operation = createIteration;
const path = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
const isOfOperation = (method: string, target: string) =>
  method.toUpperCase() === operation.method && path.test(target);

/**
 * Holds the calls of a recording against the contract and prints what departs from it. Everything after reading sees
 * the recording without its secrets.
 *
 * @returns The exit code: 1 if anything departs from the contract.
 * @throws NoRecording when there is nothing to hold against it.
 */
async function hold(name: string | undefined): Promise<number> {
  if (!name) throw new NoRecording('Name the recording: make traffic HAR=<file>, a HAR file.');
  const { calls, ignored, mask } = readRecording(name, isOfOperation);
  if (calls.length === 0) {
    const wanted = `${operation.method} ${operation.path}`;
    throw new NoRecording(`${name} holds no call of the operation, ${wanted}, and ${ignored} others. Record one.`);
  }
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort(130)).once('SIGTERM', () => interrupted.abort(143));
  const { stdout, stderr } = driftOf(calls);
  // Signals that came meanwhile are heard now.
  await setImmediate();
  if (interrupted.signal.aborted) return interrupted.signal.reason;
  const theirs = readReport(stdout);
  if (!theirs) throw new Error(mask(`redocly drift gave no report, so nothing is proven. It says: ${stderr.trim()}`));
  const reports = calls.map((call, index) => ({ call, findings: judged(call, theirs[index] ?? []) }));
  for (const { call, findings } of reports) {
    for (const line of linesOf(call, findings)) console.log(escapeControls(mask(line)));
  }
  const broken = reports.filter(({ findings }) => findings.some(({ breaking }) => breaking)).length;
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const verdict = broken === 0 ? 'none departs' : `${broken} ${broken === 1 ? 'departs' : 'depart'}`;
  console.log(`${plural(calls.length, 'call')} of the operation: ${verdict} from the contract.`);
  if (ignored > 0) console.log(`${plural(ignored, 'other call')} ignored.`);
  return broken > 0 ? 1 : 0;
}

/** Runs `redocly drift` on the calls, which are in a file only for as long as it reads them. */
function driftOf(calls: Call[]): { stdout: string; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'traffic-'));
  try {
    const copy = join(folder, 'masked.har');
    writeFileSync(copy, JSON.stringify({ log: { version: '1.2', entries: calls.map(entryOf) } }));
    const quietly = ['--min-severity', 'warning', '--format', 'sarif'];
    return redocly(['drift', copy, '--api', 'generated/openapi.yaml', '--match-mode', 'basepath', ...quietly], '.');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function entryOf({ method, url, request, answer }: Call) {
  const { headers, mediaType: mimeType, body: text } = request;
  const content = { mimeType: answer.mediaType, ...(answer.body !== undefined && { text: answer.body }) };
  return {
    startedDateTime: new Date(0).toISOString(),
    request: { method, url, headers, ...(text && { postData: { mimeType, text } }) },
    response: { status: answer.status, headers: answer.headers, content },
  };
}

interface Sarif {
  runs: {
    results: {
      ruleId: string;
      level: string;
      message: { text: string };
      properties: { exchangeIndex: number; target: string; dataPath?: string };
    }[];
  }[];
}

/** The findings of `redocly drift` by the index of their call. Its other formats put those of several calls into one. */
function readReport(text: string): Record<number, ProxyIssue[]> | undefined {
  try {
    const { runs } = JSON.parse(text) as Sarif;
    const results = runs.flatMap((run) => run.results);
    const byCall = Object.groupBy(results, ({ properties }) => properties.exchangeIndex);
    return Object.fromEntries(
      Object.entries(byCall).map(([index, some = []]) => [
        index,
        some.map(({ ruleId, level, message, properties: { target, dataPath } }) => ({
          where: target === 'response' ? ('response' as const) : ('request' as const),
          pointer: dataPath === undefined ? '' : `/body${dataPath.replace(/^\/$/, '')}`,
          rule: `redocly ${ruleId}`,
          found: '',
          message: message.text,
          breaking: level === 'error',
        })),
      ]),
    );
  } catch {
    return undefined;
  }
}

/**
 * Puts together what the project's own checks and Redocly's say of a call. Redocly's word on a request or an answer is
 * left out where ours says as much. What is wrong with a request departs from the contract only if it was accepted:
 * refused, it went as the contract says.
 */
function judged(call: Call, theirs: readonly ProxyIssue[]): ProxyIssue[] {
  const { status } = call.answer;
  if (status === 0)
    return [note('response', '/status', 'No answer was recorded: the call was blocked, cancelled or failed.')];
  const ours = [...ofRequest(call), ...ofAnswer(call)];
  const isSaid = (one: ProxyIssue) =>
    ours.some(({ where, breaking, rule }) => where === one.where && (breaking || rule === 'recording'));
  const all = [...ours, ...theirs.filter((one) => !one.breaking || !isSaid(one))];
  const isRefused = status >= 400;
  return arranged(
    all.map((one) => {
      if (one.where === 'response' || !one.breaking || !isRefused) return one;
      return { ...one, breaking: false, message: `${one.message} It was refused.` };
    }),
    // The recording has no secrets any more.
    (text) => text,
  );
}

function ofRequest({ request: { headers, body } }: Call): ProxyIssue[] {
  const raw = rawOf(headers);
  const recorded = body === undefined ? undefined : Buffer.from(body);
  const findings = requestIssues(operation, { headers: raw, body: recorded }).map((one) => {
    if (one.pointer !== '/headers/authorization') return one;
    return { ...one, message: `${one.message} Browsers record it only where the export is asked for sensitive data.` };
  });
  return recorded ? findings : [...findings, unrecorded('request')];
}

function ofAnswer({ answer: { status, headers, body } }: Call): ProxyIssue[] {
  const raw = rawOf(headers);
  const recorded = body === undefined ? undefined : Buffer.from(body);
  const findings = responseIssues(operation, { status, headers: raw, body: recorded });
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  const hints = Object.keys(operation.responses[status]?.headers ?? {}).filter((name) =>
    /^retry-after$|-reset$/.test(name),
  );
  if (status === 429 && !hints.some((name) => names.has(name))) {
    const message = `Neither ${hints.join(' nor ')} says when to call again; the contract lets both be absent.`;
    findings.push(note('response', '/headers', message));
  }
  return recorded || !operation.responses[status] ? findings : [...findings, unrecorded('response')];
}

function unrecorded(where: ProxyIssue['where']): ProxyIssue {
  return note(where, '/body', 'The recording lacks the body; it was not checked.');
}

function note(where: ProxyIssue['where'], pointer: string, message: string): ProxyIssue {
  return { where, pointer, rule: 'recording', found: 'absent', message, breaking: false };
}

function rawOf(headers: Call['request']['headers']): string[] {
  return headers.flatMap(({ name, value }) => [name, value]);
}

function linesOf({ method, url, answer: { status } }: Call, findings: readonly ProxyIssue[]): string[] {
  const isBroken = findings.some(({ breaking }) => breaking);
  const details = findings.map(({ where, pointer, rule, message, breaking }) => {
    return `  ${breaking ? 'error' : 'note'} ${where}${pointer} ${rule}: ${message}`;
  });
  return [`${method} ${new URL(url).pathname} ${status}${isBroken ? '' : ': ok'}`, ...details];
}

try {
  process.exitCode = await hold(file);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
