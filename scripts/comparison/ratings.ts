/** The table of ratings, ratings.md, as code reads it. */
import { readFileSync } from 'node:fs';
import { type Bump, bumps } from '../lib/versions.ts';

/** Which way a value travels. Where neither is meant, as for servers, the rating of requests counts. */
export type Side = 'request' | 'response';

/** A kind of change: how it reads, and what it is on each side, with the reason. */
export type Rating = { reads: string } & { [side in Side]: { bump: Bump; because: string } };

/** The rows of the table, by their first column. */
export const ratings: ReadonlyMap<string, Rating> = new Map(
  readFileSync(new URL('ratings.md', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, kind, , request]) => kind && /^(major|minor|patch): /.test(request ?? ''))
    .map(([, kind = '', reads = '', request = '', response = '']) => [
      kind,
      { reads, request: rated(request), response: rated(response) },
    ]),
);

function rated(cell: string): { bump: Bump; because: string } {
  const [name, because = ''] = cell.split(/: (.*)/);
  const bump = bumps.find((one) => one === name);
  if (!bump || !because) throw new Error(`ratings.md: "${cell}" is no rating; write "major: the reason"`);
  return { bump, because };
}

/** The row for a kind of change. Throws if the table has none, because an unrated change must not pass. */
export function ratingOf(kind: string): Rating {
  const rating = ratings.get(kind);
  if (!rating) throw new Error(`ratings.md: no row rates "${kind}"; add one`);
  return rating;
}
