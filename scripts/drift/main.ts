/**
 * Compares the contract with the vendor's published document, a file or a URL, JSON or YAML.
 *
 * Exits with 1 when a difference is not explained in `spec/deviations.yaml` or an explanation no longer explains
 * anything, with 2 when the document cannot be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { runCommand } from '../lib/command.ts';
import { isTree, type Tree } from '../lib/json.ts';
import { readDocument } from '../lib/openapi.ts';
import { code } from '../lib/text.ts';
import type { Difference } from './cut.ts';
import { type Deviation, type Drift, drift } from './drift.ts';

/** Where LaunchDarkly publishes its OpenAPI document: https://launchdarkly.com/docs/api. */
const published = 'https://app.launchdarkly.com/api/v2/openapi.json';
const explanations = 'spec/deviations.yaml';
const formats = { text, markdown, json: (found: Drift) => JSON.stringify(found, null, 2) };
const usage = `Usage: npm run -s drift -- [UPSTREAM] [--format ${Object.keys(formats).join('|')}]`;

async function read(upstream: string): Promise<Tree> {
  const url = /^https?:\/\//i.test(upstream) ? new URL(upstream) : undefined;
  // The user, the password and the query of a URL may be secret.
  const name = url ? `${url.origin}${url.pathname}` : upstream;
  if (url?.username || url?.password)
    throw new Error(`${name}: no URL with a user or password; download the file instead`);
  const document = readDocument(url ? await download(url, name) : readFileSync(upstream, 'utf8'), name);
  if (!isTree(document['paths'])) throw new Error(`${name}: a document without paths`);
  return document;
}

async function download(url: URL, name: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    // Read in any case: an open response would keep the process waiting.
    const text = await response.text();
    if (!response.ok) throw new Error(`status ${response.status}`);
    return text;
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new Error(`${name}: ${why}. Name a file instead: UPSTREAM=<file>`);
  }
}

/** A title with the differences below it; nothing where there are none. */
function section(title: string, all: Difference[], mark: string, code = (text: string) => text): string[] {
  const shown = (value: unknown) => (value === null ? 'nothing' : code(JSON.stringify(value)));
  const lines = all.map(({ place, only, field, vendor, contract }) => {
    if (only) return `${mark}${code(place)}: only in the ${only === 'vendor' ? "vendor's document" : 'contract'}`;
    return `${mark}${code(place)}: ${field}: the vendor has ${shown(vendor)}, the contract ${shown(contract)}`;
  });
  return lines.length > 0 ? [title, ...lines] : [];
}

function verdict({ explained, new: added, stale }: Drift): string {
  const start = added.length + stale.length === 0 ? 'No drift' : 'Drift';
  return `${start} from the vendor's document: ${explained.length} explained, ${added.length} new, ${stale.length} stale`;
}

const isNew = `New: update spec/ to match the vendor, or explain the difference in ${explanations}`;
const isStale = `Stale: the difference is gone, so remove it from ${explanations}`;

function text(found: Drift): string {
  const reasons = [...Map.groupBy(found.explained, ({ reason }) => reason)];
  const explained = reasons.flatMap(([reason, all]) => section(`  ${reason}`, all, '    '));
  return [
    ...(explained.length > 0 ? ['Explained', ...explained] : []),
    ...section(isNew, found.new, '  '),
    ...section(isStale, found.stale, '  '),
    verdict(found),
  ].join('\n');
}

function markdown(found: Drift): string {
  const explained = `<details><summary>Explained: ${found.explained.length}</summary>\n`;
  const parts = [
    [`## ${verdict(found)}`],
    section(`### ${isNew}\n`, found.new, '- ', code),
    section(`### ${isStale}\n`, found.stale, '- ', code),
    found.explained.length > 0 ? [...section(explained, found.explained, '- ', code), '\n</details>'] : [],
  ];
  return parts.flatMap((lines) => lines.join('\n') || []).join('\n\n');
}

await runCommand(2, async () => {
  const options = { format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [upstream = published, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (others.length > 0 || !format) throw new Error(usage);
  const contract: Tree = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
  const deviations: Deviation[] = parse(readFileSync(explanations, 'utf8'));
  const found = drift(await read(upstream), contract, deviations);
  console.log(format(found));
  if (found.new.length + found.stale.length > 0) process.exitCode = 1;
});
