/** Runs `validate`, `create --dry-run` and `create` over mangled files, and says where they disagree or misbehave. */
import { isDeepStrictEqual } from 'node:util';
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
  const text = shown.out.startsWith('{') ? JSON.parse(shown.out).body : undefined;
  const last = shown.out.trimEnd().split('\n').at(-1) ?? '';
  const isSame = text === undefined ? isDeepStrictEqual(JSON.parse(last), JSON.parse(body)) : text === body;
  if (!isSame) problems.push('what is shown is not what is sent');
  if (validateIterationInput(JSON.parse(body)).issues) problems.push('what is sent breaks the contract');
  if (!isDeepStrictEqual(JSON.parse(body), expected(file))) problems.push('what is sent is not what the file says');
  return problems;
}

/** What another reader makes of a file. */
function expected({ name, content }: FuzzFile): unknown {
  const text = content.toString('utf8').replace(/^\ufeff/, '');
  const value: unknown = /\.json$/i.test(name)
    ? JSON.parse(text)
    : parse(text, { stringKeys: true, logLevel: 'silent' });
  const { $schema, ...rest } = value as { $schema?: unknown };
  // As JSON would carry it: without the sign of zero.
  return JSON.parse(JSON.stringify(typeof $schema === 'string' ? rest : value));
}
