/** Runs `validate`, `create --dry-run` and `create` over mangled files, and says where they disagree or misbehave. */
import { parse } from 'yaml';
import { validateIterationInput } from '../../../src/contract/validate.ts';
import { randomOf } from '../../faults/prng.ts';
import { scratchFolder } from '../files.ts';
import { creating, serve } from '../server.ts';
import { command } from '../terminal.ts';
import { drawFile, type FuzzFile } from './mutations.ts';

type Ran = Awaited<ReturnType<typeof command>>;

/** What a run has shown. */
export interface FuzzRun {
  readonly files: number;
  /** How many files `create --dry-run` took, by exit code. */
  readonly codes: Record<number, number>;
  readonly problems: readonly string[];
}

const keys = ['--project', 'p', '--environment', 'e', '--experiment', 'x'];

/** Every line begins with words of ours, or is JSON. */
const ours =
  /^((error|advice|valid|invalid|unreadable|accept|content-type|ld-api-version|user-agent): |and \d+ more|POST http|Creating the iteration at |Created iteration | {2}(hypothesis|created at|treatment): |::(error|warning|notice) file=[^ ]|[{}]|\s+["}\]{\d-]|$)/;

/** Runs so many files. */
export async function fuzz(files: number, seed: number): Promise<FuzzRun> {
  const random = randomOf(seed, 'fuzz');
  const draw = (limit: number) => Math.floor(random() * limit);
  const { folder, file, remove } = scratchFolder();
  const server = await serve(creating());
  const problems: string[] = [];
  const codes: Record<number, number> = { 0: 0, 1: 0, 2: 0 };
  try {
    for (let index = 0; index < files; index += 1) {
      const drawn = drawFile(draw, index);
      const path = file(drawn.name, drawn.content);
      const format = ['text', 'json', 'github-actions'][index % 3] as string;
      const validated = await attempt(['validate', '--format', format, path]);
      const dryRun = ['create', path, ...keys, '--server', server.url, '--dry-run'];
      const shown = await attempt(index % 2 === 0 ? dryRun : [...dryRun, '--json']);
      server.bodies.length = 0;
      const sent = await attempt(['create', path, ...keys, '--server', server.url]);
      const found = [
        ...[validated, shown, sent].flatMap(misbehavior),
        ...disagreements(drawn, validated, shown, sent, server.bodies),
      ];
      if (found.length > 0)
        problems.push(`${index} ${JSON.stringify(drawn.name)} (${drawn.done.join(', ')}): ${found.join('; ')}`);
      codes[shown.code] = (codes[shown.code] ?? 0) + 1;
    }
  } finally {
    await server.close();
    remove();
  }
  return { files, codes, problems: problems.map((problem) => problem.replaceAll(folder, '')) };
}

/** Runs a command; what it throws is a problem of its own. */
async function attempt(args: readonly string[]): Promise<Ran> {
  try {
    return await command(args);
  } catch (error) {
    return { code: -1, out: '', err: `thrown: ${String(error).slice(0, 300)}` };
  }
}

function misbehavior({ code, out, err }: Ran): string[] {
  const lines = `${out}${err}`.split('\n');
  const strange = lines.find((line) => !ours.test(line));
  return [
    ...(code < 0 || code > 2 ? [`exit code ${code} ${err.slice(0, 300)}`] : []),
    ...(/^\s+at .*:\d+/m.test(out + err) ? ['a stack'] : []),
    ...(/##\w*\[/.test(out + err) ? ['a command for a runner'] : []),
    ...(strange === undefined ? [] : [`a line that is not ours: ${JSON.stringify(strange.slice(0, 100))}`]),
  ];
}

function disagreements(file: FuzzFile, validated: Ran, shown: Ran, sent: Ran, bodies: readonly string[]): string[] {
  const problems: string[] = [];
  // A file of several documents is one too many for create.
  const isOne = !/is a second iteration/.test(shown.err);
  if (isOne && validated.code !== shown.code) problems.push(`validate ${validated.code}, dry run ${shown.code}`);
  if (sent.code !== shown.code) problems.push(`dry run ${shown.code}, create ${sent.code}`);
  if (bodies.length !== (sent.code === 0 ? 1 : 0)) problems.push(`${bodies.length} requests after ${sent.code}`);
  const [body] = bodies;
  if (body === undefined) return problems;
  if (!isShown(shown.out, body)) problems.push('what is shown is not what is sent');
  if (validateIterationInput(JSON.parse(body)).issues) problems.push('what is sent breaks the contract');
  const wanted = expected(file);
  if (body !== wanted) problems.push(`what is sent is not what the file says: ${wanted.slice(0, 200)}`);
  return problems;
}

/** Whether a dry run shows a body: the very text as JSON, and otherwise its last line, in which only escapes differ. */
function isShown(out: string, body: string): boolean {
  try {
    if (out.startsWith('{')) return JSON.parse(out).body === body;
    return JSON.stringify(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')) === body;
  } catch {
    return false;
  }
}

/** What other readers make of a file, as JSON; or why they do not read it. */
function expected({ name, content }: FuzzFile): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // It refuses repeated keys, which JSON.parse does not.
    const isJson = /\.json$/i.test(name);
    const read = readYaml(text, isJson);
    const value: unknown = isJson ? JSON.parse(text) : read;
    const { $schema, ...rest } = value as { $schema?: unknown };
    return JSON.stringify(typeof $schema === 'string' ? rest : value, onlyJson);
  } catch (error) {
    return String(error);
  }
}

function onlyJson(_key: string, value: unknown): unknown {
  const isPlain = typeof value !== 'object' || value === null || Array.isArray(value) || value.constructor === Object;
  if (isPlain && (typeof value !== 'number' || Number.isFinite(value))) return value;
  // `constructor` may also be a key of the file.
  if (Object.hasOwn(value as object, 'constructor')) return value;
  throw new Error(`JSON has no ${Object.prototype.toString.call(value)}`);
}

/** Reads YAML. Of JSON it says no more than whether a key is repeated: not all JSON is YAML. */
function readYaml(text: string, isJson: boolean): unknown {
  try {
    return parse(text, { stringKeys: true, logLevel: 'error' });
  } catch (error) {
    if (isJson && (error as { code?: string }).code !== 'DUPLICATE_KEY') return undefined;
    throw error;
  }
}
