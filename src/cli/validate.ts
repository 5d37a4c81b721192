import { type Issue, validateIterationInput } from '../contract/validate.ts';
import { preflightIteration } from '../preflight/index.ts';
import { type Input, readInput } from './input.ts';
import { exitCodes, print, styled, type Terminal } from './output.ts';

type Finding = ReturnType<typeof preflightIteration>[number];

/** What is wrong with an iteration, and what is advised against. */
export interface Review {
  issues: readonly Issue[];
  advice: readonly Finding[];
}

/** Reviews an iteration against the contract and the vendor's advice. */
export function review({ value }: Input): Review {
  return { issues: validateIterationInput(value).issues ?? [], advice: preflightIteration(value) };
}

/** Writes a review, a line a finding, each with its place. */
export function printReview(terminal: Terminal, stream: Terminal['stdout'], input: Input, { issues, advice }: Review) {
  const line = (format: 'red' | 'yellow', label: string, { path, pointer, message }: Issue | Finding) => {
    const place = styled(terminal, stream, 'dim', input.placeOf(path));
    print(stream, `${place} ${styled(terminal, stream, format, label)} ${message}${pointer && ` (${pointer})`}`);
  };
  for (const issue of issues) line('red', 'error', issue);
  for (const finding of advice) line('yellow', 'advice', finding);
}

/** `ld-iteration validate`: the review of a file, and exit code 1 where it breaks the contract. */
export async function validate(terminal: Terminal, file: string, { json = false }: { json?: boolean }) {
  const input = await readInput(file, terminal.stdin);
  const found = review(input);
  const { issues, advice } = found;
  const { stdout } = terminal;
  if (json) {
    const placed = <T extends Issue | Finding>(findings: readonly T[]) =>
      findings.map((finding) => ({ ...finding, place: input.placeOf(finding.path) }));
    print(stdout, JSON.stringify({ issues: placed(issues), advice: placed(advice) }, null, 2));
  } else {
    printReview(terminal, stdout, input, found);
    const counts = `${count(issues.length, 'error')}, ${count(advice.length, 'piece')} of advice`;
    print(stdout, issues.length > 0 ? counts : `The iteration satisfies the contract: ${counts}.`);
  }
  return issues.length > 0 ? exitCodes.notCreated : exitCodes.ok;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
