/** The reference as Markdown, for machines. */
import { readFileSync } from 'node:fs';
import { referenceMarkdown } from '../../lib/reference.ts';

export const GET = () => new Response(referenceMarkdown(JSON.parse(readFileSync('.cache/docs/openapi.json', 'utf8'))));
