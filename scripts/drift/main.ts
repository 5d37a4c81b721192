/**
 * Compares the contract with the vendor's published document, a file or a URL, JSON or YAML.
 *
 * Exits with 1 when a difference is not explained in `spec/deviations.yaml` or an explanation no longer explains
 * anything, with 2 when the document cannot be read.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { isTree, type Tree } from '../lib/json.ts';
import { readDocument } from '../lib/openapi.ts';
import { type Deviation, type Difference, type Drift, drift } from './drift.ts';

/** Where LaunchDarkly publishes its OpenAPI document: https://launchdarkly.com/docs/api. */
const published = 'https://app.launchdarkly.com/api/v2/openapi.json';
const explanations = 'spec/deviations.yaml';
const formats = { text, markdown, json: (found: Drift) => JSON.stringify(found, null, 2) };
const usage = `Usage: npm run -s drift -- [UPSTREAM] [--format ${Object.keys(formats).join('|')}]`;

async function read(upstream: string): Promise<Tree> {
  const isUrl = /^https?:\/\//i.test(upstream);
  const document = readDocument(
    isUrl ? await download(upstream) : readFileSync(upstream, 'utf8'),
    isUrl ? shown(upstream) : upstream,
  );
  if (isTree(document['paths'])) return document;
  throw new Error(`${isUrl ? shown(upstream) : upstream}: a document without paths`);
}

/** A URL without its user, password and query, which may be secret. */
function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

async function download(url: string): Promise<string> {
  const { username, password } = new URL(url);
  if (username || password) throw new Error(`${shown(url)}: no URL with a user or password; download the file instead`);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : cause;
    throw new Error(`${shown(url)}: ${why}. Name a file instead: UPSTREAM=<file>`);
  }
}

function line({ place, only, field, vendor, contract }: Difference, code = (text: string) => text): string {
  if (only) return `${code(place)}: only in the ${only === 'vendor' ? "vendor's document" : 'contract'}`;
  const told = (value: unknown) => (value === null ? 'nothing' : code(JSON.stringify(value)));
  return `${code(place)}: ${field}: the vendor has ${told(vendor)}, the contract ${told(contract)}`;
}

function verdict(found: Drift): string {
  const counts = `${found.explained.length} explained, ${found.new.length} new, ${found.stale.length} stale`;
  const clean = found.new.length + found.stale.length === 0;
  return `${clean ? 'No drift' : 'Drift'} from the vendor's document: ${counts}`;
}

const isNew = `New: update spec/ to match the vendor, or explain the difference in ${explanations}`;
const isStale = `Stale: the difference is gone, so remove it from ${explanations}`;

function text(found: Drift): string {
  const section = (title: string, all: Difference[], mark = '') =>
    all.length > 0 ? [title, ...all.map((one) => `  ${line(one)}${mark}`)] : [];
  const reasons = [...new Set(found.explained.map(({ reason }) => reason))].flatMap((reason) =>
    section(
      reason,
      found.explained.filter((one) => one.reason === reason),
    ),
  );
  return [
    ...(reasons.length > 0 ? ['Explained', ...reasons.map((one) => `  ${one}`)] : []),
    ...section(isNew, found.new),
    ...section(isStale, found.stale),
    verdict(found),
  ].join('\n');
}

function markdown(found: Drift): string {
  const code = (value: string) => `\`${value.replace(/[`\s]+/g, ' ')}\``;
  const items = (all: Difference[]) => all.map((one) => `- ${line(one, code)}`).join('\n');
  const section = (title: string, all: Difference[]) => (all.length > 0 ? `### ${title}\n\n${items(all)}` : '');
  const explained = `<details><summary>Explained: ${found.explained.length}</summary>\n\n${items(found.explained)}\n\n</details>`;
  const parts = [`## ${verdict(found)}`, section(isNew, found.new), section(isStale, found.stale), explained];
  return parts.filter(Boolean).join('\n\n');
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const [upstream = published, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (others.length > 0 || !format) throw new Error(usage);
  const contract: Tree = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
  const deviations: Deviation[] = parse(readFileSync(explanations, 'utf8'));
  const found = drift(await read(upstream), contract, deviations);
  console.log(format(found));
  if (found.new.length + found.stale.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
