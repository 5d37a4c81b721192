/** Tells the changes: for a terminal, for a comment on a pull request, and for the lines of its files. */
import type { CompileError } from '../lib/compile.ts';
import type { Location } from '../lib/source-map.ts';
import { code, plural } from '../lib/text.ts';
import type { Bump } from '../lib/versions.ts';
import type { Acknowledgment } from './acknowledgment.ts';
import { type Change, placeText } from './changes.ts';
import type { Disagreement } from './second-opinion.ts';

/** Everything that is told of a comparison. */
export interface Report extends Acknowledgment {
  bump: Bump;
  /** What was compared, such as `origin/main` and `the working tree`. */
  base: string;
  revision: string;
  /** The version of the base. */
  version: string;
  changes: (Change & Location)[];
  /** What the compiler says of code that compiled before; only where the types are known. */
  typescript?: CompileError[];
  /** What Redocly calls breaking and the table does not. */
  secondOpinion: Disagreement[];
}

const sections: [title: string, wanted: (change: Change) => boolean][] = [
  ['Breaks requests', ({ bump, affects }) => bump === 'major' && affects === 'requests'],
  ['Breaks responses', ({ bump, affects }) => bump === 'major' && affects === 'responses'],
  ['Compatible', ({ bump }) => bump === 'minor'],
  ['Docs', ({ bump }) => bump === 'patch'],
];

/** How many changes break, add, and only read otherwise. */
export function counts({ changes }: Pick<Report, 'changes'>): number[] {
  return ['major', 'minor', 'patch'].map((bump) => changes.filter((change) => change.bump === bump).length);
}

/** The verdict in one line, with the version that is needed. */
export function verdict({ bump, needs = 'the next major version', isAcknowledged, by }: Report): string {
  const said = { major: 'Breaking', minor: 'Compatible', patch: 'Docs only', none: 'No change' }[bump];
  const isBreaking = bump === 'major';
  const rest = isBreaking ? `, ${isAcknowledged ? `acknowledged by ${by}` : 'not acknowledged'}` : '';
  return bump === 'none' ? said : `${said}: needs ${needs}${rest}`;
}

function remedy({ version, needs = 'the next major version' }: Report): string {
  return `Raise \`info.version\` from ${version} to ${needs}, or begin a line under the unreleased heading of CHANGELOG.md with "Breaking".`;
}

/** A change as a sentence, with its reason where it breaks something, its line, and how often it is met. */
function sentence({ words, consequence, file, line, uses, isCut }: Change & Location): string {
  const [first, ...others] = uses;
  const parts =
    others.length < 5 && others.every(({ at, operation }) => at === first?.at && operation === first.operation);
  const more = parts
    ? `also in ${others.map(({ part }) => part.toLowerCase()).join(', ')}`
    : `and at ${plural(others.length, 'other place')}${isCut ? ' or more' : ''}`;
  return `${words}${others.length > 0 ? `, ${more}` : ''}${consequence ? `: ${consequence}` : ''} (${code(`${file}:${line}`)})`;
}

function lines({ changes }: Report, wanted: (change: Change) => boolean): string[] {
  return changes.filter(wanted).map((change) => `- ${sentence(change)}`);
}

/** As many items of a section are shown; more are folded. */
const shown = 8;

/** The report as Markdown, for a comment: what a reviewer needs first stands first, what may be skipped is folded. */
export function markdown(report: Report): string {
  const [breaking = 0, compatible = 0, docs = 0] = counts(report);
  const { typescript: errors, secondOpinion } = report;
  const item = ({ file, line, message }: CompileError) => `- ${code(`${file}:${line}`)} ${message}`;
  const wide = report.changes.filter(({ uses }) => uses.length > 1);
  const folds = [
    fold(
      `Docs: ${plural(docs, 'change')}`,
      lines(report, ({ bump }) => bump === 'patch'),
    ),
    fold(
      `Every place of ${plural(wide.length, 'shared change')}`,
      wide.flatMap((change) => [`- ${change.words}`, ...change.uses.map((use) => `  - ${placeText(use, true)}`)]),
    ),
    fold(
      `Redocly calls ${plural(secondOpinion.length, 'other change')} breaking`,
      secondOpinion.map((one) => `- ${code(one.pointer)} ${one.message} ${one.reason ?? 'Nobody knows.'}`),
    ),
  ];
  return [
    `## ${verdict(report)}`,
    `${code(report.base)} → ${code(report.revision)}: **${breaking}** breaking, **${compatible}** compatible, **${docs}** docs.`,
    report.isAcknowledged ? '' : `> [!CAUTION]\n> ${remedy(report)}`,
    ...sections.slice(0, 2).map(([title, wanted]) => section(title, lines(report, wanted))),
    errors && errors.length > 0
      ? section('TypeScript: code that compiled before does not compile', errors.map(item))
      : '',
    section(
      'Compatible',
      lines(report, ({ bump }) => bump === 'minor'),
    ),
    errors?.length === 0 ? 'TypeScript: code that compiled before compiles.' : '',
    ...folds,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function section(title: string, items: string[]): string {
  if (items.length === 0) return '';
  const more = fold(`${plural(items.length - shown, 'more')}`, items.slice(shown));
  return [`### ${title}`, items.slice(0, shown).join('\n'), more].filter(Boolean).join('\n\n');
}

function fold(title: string, items: string[]): string {
  return items.length > 0 ? `<details><summary>${title}</summary>\n\n${items.join('\n')}\n\n</details>` : '';
}

/** The report for a terminal, with every place of each change. */
export function text(report: Report): string {
  const [breaking, compatible, docs] = counts(report);
  const told = sections.flatMap(([title, wanted]) => {
    const all = report.changes
      .filter(wanted)
      .flatMap((change) => [
        `- ${sentence(change)}`,
        ...(change.uses.length > 1 ? change.uses.map((use) => `    ${placeText(use, true)}`) : []),
      ]);
    return all.length > 0 ? [[title, ...all].join('\n')] : [];
  });
  const errors = report.typescript?.map(({ file, line, message }) => `- ${file}:${line} ${message}`) ?? [];
  const opinions = report.secondOpinion.map(
    ({ pointer, message, reason }) => `- ${pointer} ${message} ${reason ?? 'Nobody knows.'}`,
  );
  return [
    verdict(report),
    `${report.base} -> ${report.revision}: ${breaking} breaking, ${compatible} compatible, ${docs} docs`,
    report.isAcknowledged ? '' : remedy(report),
    ...told,
    errors.length > 0 ? ['TypeScript: code that compiled before does not compile', ...errors].join('\n') : '',
    report.typescript?.length === 0 ? 'TypeScript: code that compiled before compiles' : '',
    opinions.length > 0 ? ['Redocly calls these breaking, too', ...opinions].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
    .replaceAll('`', '');
}

/** Annotations on the lines of a pull request: what breaks, and what is new as notices. */
export function annotations(report: Report): string {
  const level = { major: report.isAcknowledged ? 'warning' : 'error', minor: 'notice' } as const;
  return report.changes
    .flatMap((change) => {
      if (change.bump !== 'major' && change.bump !== 'minor') return [];
      const title = change.bump === 'major' ? `Breaks ${change.affects}` : 'Compatible';
      const place = `file=${escaped(change.file)},line=${change.line},title=${title}`;
      return [`::${level[change.bump]} ${place}::${escaped(sentence(change).replaceAll('`', ''))}`];
    })
    .join('\n');
}

/** What GitHub's workflow commands ask for: https://github.com/actions/toolkit, packages/core/src/command.ts. */
function escaped(value: string): string {
  const data = value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return data.replaceAll(':', '%3A').replaceAll(',', '%2C');
}
