/** Says where an exit code, or a sentence, contradicts what the server created. */
import { created } from '../server.ts';
import { accessToken, type Failure, type Result } from './failure.ts';

/** What is wrong with a result; nothing, where it tells the truth. */
export function contradictions(failure: Failure, { code, created: count, out, err }: Result): string[] {
  const { args = ['create'], isMute = false } = failure;
  const changes =
    /^(create|start|stop|update|migrate)$/.test(args[0] ?? '') && !args.some((arg) => /^--(dry-run|help)$/.test(arg));
  const isKnown = [0, 1, 2, 3, 4, 70].includes(code) || (code > 128 && code < 160);
  const says = (sentence: string) => err.includes(sentence);
  const checks: [boolean, string][] = [
    [isKnown, `the exit code ${code} is not documented`],
    [[failure.code].flat().includes(code), `the exit code is ${code}, not ${failure.code}`],
    [count <= 1, `it was applied ${count} times`],
    [!(code === 0 && changes && count === 0), 'it says that it is done, but nothing was applied'],
    [!((code === 1 || code === 2) && count > 0), 'it says that nothing was applied, but it was'],
    [!(code === 4 && count === 0), 'it says that it was applied, but it was not'],
    [
      !(count > 0 && /No iteration was created|was not changed|Nothing was (sent|changed)/.test(err)),
      'a sentence denies it',
    ],
    [!(count === 0 && /The (iteration was created|experiment was changed)/.test(err)), 'a sentence invents it'],
    [!(code === 4 && !isMute && !says(created._id)), 'the ID is lost'],
    [!(code === 70 && !isMute && !says('internal error')), 'it does not say what happened'],
    [isMute || !/^\s+at .*:\d+/m.test(err), 'it prints a stack'],
    [!/[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u.test(out + err), 'it prints control characters'],
    [!/^\s*::|##\w*\[/m.test(out + err), 'it prints a workflow command'],
    [!(out + err).includes(accessToken), 'it prints the access token'],
  ];
  return checks.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}
