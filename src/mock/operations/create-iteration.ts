/** Create iteration as an echo: responds with the draft that LaunchDarkly would make of the request, and forgets it. */

import type { IterationInput } from '../../../generated/schema.d.ts';
import { draftOf, tooMany } from '../draft.ts';
import { randomOf } from '../random.ts';
import type { State } from '../state.ts';
import type { Responder, ValidRequest } from './responder.ts';

/**
 * Returns a draft that matches the request in every field that they share. The rest is made up, and the same for the
 * same request.
 */
export function createIteration({ path, body, text }: ValidRequest, { echoes }: State): ReturnType<Responder> {
  const key = `${JSON.stringify(path)}\n${text}`;
  const known = echoes.get(key);
  if (known !== undefined) return { status: 200, json: known };
  const problem = tooMany(body as IterationInput);
  if (problem) return problem;
  const json = JSON.stringify(draftOf(path['projectKey'] ?? '', body as IterationInput, randomOf(key)));
  echoes.set(key, json);
  return { status: 200, json };
}
