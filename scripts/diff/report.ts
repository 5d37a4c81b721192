import type { Admission } from './admission.ts';
import type { Location } from './locate.ts';
import type { Change, SpecDiff } from './spec-diff.ts';
import type { TypeScriptEffect } from './typescript.ts';

/** Everything that a reviewer is told of a change of the contract. */
export interface Report extends SpecDiff {
  /** What was compared, such as `origin/main` and `the working tree`. */
  base: string;
  revision: string;
  admission: Admission;
  /** Where each change stands in the revision, in the order of `changes`. */
  locations: Location[];
  /** Only where the generated types are known. */
  typescript?: TypeScriptEffect;
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How many changes break, add and only read otherwise. */
export function counts({ changes }: SpecDiff): { breaking: number; additions: number; words: number } {
  const count = (bump: string) => changes.filter((change) => change.bump === bump).length;
  return { breaking: count('major'), additions: count('minor'), words: count('patch') };
}

/** The verdict in one line. */
export function verdict({ bump, admission }: Report): string {
  const demand = `demands a ${bump} bump${admission.demanded && admission.demanded !== bump ? ` (a ${admission.demanded} one below 1.0.0)` : ''}`;
  switch (bump) {
    case 'major':
      return `Breaking: ${demand}; ${admission.admitted ? `admitted by ${admission.by}` : 'not admitted'}`;
    case 'minor':
      return `Compatible: ${demand}`;
    case 'patch':
      return `Words and examples only: ${demand}`;
    default:
      return 'No effect on callers: no bump';
  }
}

/** The report as Markdown, for a comment: what a reviewer needs first stands first, what may be skipped is folded. */
export function markdown(report: Report): string {
  const { breaking, additions, words } = counts(report);
  const line = located(report);
  const hit = (who: Change['hits']) => line((change) => change.bump === 'major' && change.hits === who);
  return blocks([
    `## ${verdict(report)}`,
    `\`${report.base}\` → \`${report.revision}\`: **${breaking}** breaking, **${additions}** compatible, **${words}** in words and examples.`,
    report.admission.admitted ? '' : `> [!CAUTION]\n> ${report.admission.remedy}`,
    section('### Breaks callers that send', hit('callers')),
    section('### Breaks readers that receive', hit('readers')),
    typescriptMarkdown(report.typescript),
    section(
      '### Compatible',
      line((change) => change.bump === 'minor'),
    ),
    folded(
      `No effect on callers: ${plural(words, 'change')} of words and examples`,
      line((change) => change.bump === 'patch'),
    ),
    folded(`Rated otherwise than by Redocly: ${plural(corrected(report).length, 'change')}`, corrected(report)),
  ]);
}

function typescriptMarkdown(effect?: TypeScriptEffect): string {
  if (!effect) return '';
  const { errors, diff } = effect;
  const fact =
    errors.length === 0
      ? "Yesterday's consumer code compiles against these types."
      : `Yesterday's consumer code **does not compile** against these types: ${plural(errors.length, 'error')}.`;
  const changed = diff.split('\n').filter((text) => /^[+-](?![+-])/.test(text)).length;
  return blocks([
    `### In TypeScript\n\n${fact}`,
    errors.length === 0 ? '' : fence('text', errors.slice(0, 10).join('\n')),
    changed === 0
      ? 'The generated types are the same.'
      : fold(`The generated types: ${plural(changed, 'line')}`, fence('diff', diff)),
  ]);
}

/** The report for a terminal. */
export function text(report: Report): string {
  const line = located(report);
  const { breaking, additions, words } = counts(report);
  const plain = (lines: string[]) => lines.map((one) => one.replaceAll('`', ''));
  const hit = (who: Change['hits']) => plain(line((change) => change.bump === 'major' && change.hits === who));
  const { typescript: effect } = report;
  return blocks([
    verdict(report),
    `${report.base} -> ${report.revision}: ${breaking} breaking, ${additions} compatible, ${words} in words and examples`,
    report.admission.admitted ? '' : report.admission.remedy,
    section('Breaks callers that send', hit('callers'), '\n'),
    section('Breaks readers that receive', hit('readers'), '\n'),
    effect
      ? [`In TypeScript: yesterday's consumer code ${effect.errors.length === 0 ? 'compiles' : 'does not compile'}`]
          .concat(effect.errors.slice(0, 10).map((error) => `  ${error}`))
          .join('\n')
      : '',
    section('Compatible', plain(line((change) => change.bump === 'minor')), '\n'),
    section('No effect on callers', plain(line((change) => change.bump === 'patch')), '\n'),
  ]);
}

/** Annotations on the lines of a pull request: what breaks, and the additions as notices. */
export function annotations(report: Report): string {
  const level = { major: report.admission.admitted ? 'warning' : 'error', minor: 'notice' } as const;
  return report.changes
    .flatMap((change, index) => {
      if (change.bump !== 'major' && change.bump !== 'minor') return [];
      const { file, line } = report.locations[index] ?? { file: '', line: 1 };
      const title = change.bump === 'major' ? `Breaks ${change.hits}` : 'Compatible';
      const place = `file=${property(file)},line=${line},title=${property(title)}`;
      return [`::${level[change.bump]} ${place}::${data(sentence(change).replaceAll('`', ''))}`];
    })
    .join('\n');
}

// What GitHub's workflow commands ask for: https://github.com/actions/toolkit, packages/core/src/command.ts.
const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

function sentence({ words, consequence }: Change): string {
  return consequence ? `${words}: ${consequence}` : words;
}

/** The changes that are asked for, each with its line. */
function located({ changes, locations }: Report): (wanted: (change: Change) => boolean) => string[] {
  return (wanted) =>
    changes.flatMap((change, index) => {
      const { file, line } = locations[index] ?? {};
      return wanted(change) ? [`- ${sentence(change)}${file ? ` (\`${file}:${line}\`)` : ''}`] : [];
    });
}

function corrected({ changes }: Report): string[] {
  return changes.flatMap(({ words, bump, corrected: one }) =>
    one && (bump === 'major' || one.from === 'major') ? [`- ${words}: ${bump}, not ${one.from}: ${one.because}`] : [],
  );
}

const blocks = (parts: string[]) => parts.filter(Boolean).join('\n\n');
const section = (title: string, lines: string[], gap = '\n\n') =>
  lines.length > 0 ? `${title}${gap}${lines.join('\n')}` : '';
const fence = (language: string, body: string) => `\`\`\`\`${language}\n${body}\n\`\`\`\``;
const fold = (title: string, body: string) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
const folded = (title: string, lines: string[]) => (lines.length > 0 ? fold(title, lines.join('\n')) : '');
