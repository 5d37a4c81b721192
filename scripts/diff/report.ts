/** Reports changes: for a terminal, for a comment on a pull request, and as annotations on the lines of its files. */
import { annotation } from '../../src/cli/annotation.ts';
import { escapeControls } from '../../src/http/escape-controls.ts';
import { type Change, placeText } from '../comparison/changes.ts';

import type { Location } from '../lib/source-map.ts';
import { code, plural } from '../lib/text.ts';
import type { Bump } from '../lib/versions.ts';
import type { Acknowledgment } from './acknowledgment.ts';
import type { Disagreement } from './second-opinion.ts';
import type { CompileError } from './typescript.ts';

/** A change, and the line of the revision that it is about. */
type Located = Change & Location;

/** Everything that is reported about a comparison. */
export interface Report extends Acknowledgment {
  bump: Bump;
  /** What was compared, such as `origin/main` and `the working tree`. */
  base: string;
  revision: string;
  /** The version of the base. */
  version: string;
  changes: Located[];
  /** What the compiler says about code that compiled before; nothing where no code is known. */
  typescript: CompileError[];
  /** What Redocly calls breaking and the table does not. */
  secondOpinion: Disagreement[];
}

/** How many changes are breaking, compatible, and docs only. */
export function counts({ changes }: Report): number[] {
  return ['major', 'minor', 'patch'].map((bump) => changes.filter((change) => change.bump === bump).length);
}

/** The verdict in one line, with the required version, and how to acknowledge the change. */
function verdict({ bump, needs = 'the next major version', version, isAcknowledged, by }: Report): [string, string] {
  if (bump === 'none') return ['No change', ''];
  const title = `${{ major: 'Breaking', minor: 'Compatible', patch: 'Docs only' }[bump]}: needs ${needs}`;
  if (bump !== 'major') return [title, ''];
  const remedy = `Raise \`info.version\` from ${version} to ${needs}, or begin a line under the unreleased heading of CHANGELOG.md with "Breaking".`;
  return isAcknowledged ? [`${title}, acknowledged by ${by}`, ''] : [`${title}, not acknowledged`, remedy];
}

/** What a change is in one or two words: the title of its section and of its annotation. */
function titleOf({ bump, affects }: Change): string {
  return bump === 'major' ? `Breaks ${affects}` : bump === 'minor' ? 'Compatible' : 'Docs';
}

/** A change as a sentence, with its reason if it is breaking, its line, and the number of places that it affects. */
function sentence({ words, consequence, file, line, uses: [first, ...others], isCut }: Located): string {
  const isAlike = others.every(({ at, operation }) => at === first?.at && operation === first.operation);
  const parts = others.map(({ part }) => part.toLowerCase()).join(', ');
  const number = `${plural(others.length, 'other place')}${isCut ? ' or more' : ''}`;
  const more = isAlike && others.length < 5 ? `, also in ${parts}` : `, and at ${number}`;
  const reason = consequence ? `: ${consequence}` : '';
  return `- ${words}${others.length > 0 ? more : ''}${reason} (${code(`${file}:${line}`)})`;
}

/** The places of a change that affects several, one line for each part of an operation. */
function places({ uses }: Change): string[] {
  const parts = Map.groupBy(uses.length > 1 ? uses : [], (use) => placeText({ ...use, at: '' }, true));
  return [...parts].map(([part, all]) => `  - ${part}: ${all.map(({ at }) => at || 'all of it').join(', ')}`);
}

/** The sections of a report, most important first. */
function sections({ changes, typescript, secondOpinion }: Report, itemsOf: (change: Located) => string[]) {
  const of = (title: string) => changes.filter((change) => titleOf(change) === title).flatMap(itemsOf);
  const errors = typescript.map((one) => `- ${code(`${one.file}:${one.line}`)} ${one.message}`);
  const reasonOf = ({ reason = 'No known reason.' }: Disagreement) => reason;
  const doubts = secondOpinion.map((one) => `- ${code(one.pointer)} ${one.message} ${reasonOf(one)}`);
  const all: [title: string, items: string[], isFolded?: boolean][] = [
    ['Breaks requests', of('Breaks requests')],
    ['Breaks responses', of('Breaks responses')],
    ['Code that compiled before does not compile', errors],
    ['Compatible', of('Compatible')],
    ['Docs', of('Docs'), true],
    ['Redocly calls these breaking, the table does not', doubts, true],
  ];
  return all.filter(([, items]) => items.length > 0);
}

/** How many items of a section a comment shows; the rest are collapsed. */
const shown = 8;

/** The report as Markdown, for a comment; less important parts are collapsed. */
export function markdown(report: Report): string {
  const [title, remedy] = verdict(report);
  const [breaking, compatible, docs] = counts(report);
  const shared = report.changes.filter(({ uses }) => uses.length > 1);
  const everyPlace = shared.flatMap((change) => [`- ${change.words}`, ...places(change)]);
  const parts = sections(report, (change) => [sentence(change)]).flatMap(([name, items, isFolded]) => {
    if (isFolded) return fold(`${name}: ${items.length}`, items);
    const [open, rest] = [items.slice(0, shown), items.slice(shown)];
    return [`### ${name}`, open.join('\n'), fold(`${rest.length} more`, rest)];
  });
  return paragraphs(
    `## ${title}`,
    `${code(report.base)} → ${code(report.revision)}: **${breaking}** breaking, **${compatible}** compatible, **${docs}** docs.`,
    remedy && `> [!CAUTION]\n> ${remedy}`,
    ...parts,
    fold(`All places of changes that affect several: ${shared.length}`, everyPlace),
  );
}

const paragraphs = (...all: string[]) => all.filter(Boolean).join('\n\n');

function fold(title: string, items: string[]): string {
  return items.length > 0 ? `<details><summary>${title}</summary>\n\n${items.join('\n')}\n\n</details>` : '';
}

/** The report for a terminal, with every place of each change; what documents say cannot control the terminal. */
export function text(report: Report): string {
  const [title, remedy] = verdict(report);
  const [breaking, compatible, docs] = counts(report);
  const parts = sections(report, (change) => [sentence(change), ...places(change)]);
  const whole = paragraphs(
    title,
    `${report.base} -> ${report.revision}: ${breaking} breaking, ${compatible} compatible, ${docs} docs`,
    remedy,
    ...parts.map(([name, items]) => [name, ...items].join('\n')),
  );
  return whole.replaceAll('`', '').split('\n').map(escapeControls).join('\n');
}

/** Annotations on the lines of a pull request: what breaks, and what is new as notices. */
export function annotations(report: Report): string {
  const shown = report.changes.filter(({ bump }) => bump === 'major' || bump === 'minor');
  const breaking = report.isAcknowledged ? 'warning' : 'error';
  const lines = shown.map((change) => {
    const properties = { line: change.line, title: titleOf(change) };
    const message = sentence(change).slice(2).replaceAll('`', '');
    return annotation(change.bump === 'major' ? breaking : 'notice', change.file, properties, message);
  });
  return lines.join('').trimEnd();
}
