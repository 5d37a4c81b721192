/** The bundled contract. */
import { readFileSync } from 'node:fs';

export const GET = () => new Response(readFileSync('generated/openapi.yaml'));
