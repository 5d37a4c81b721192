/** What the package has for machines: the bundled contract, its workflows and a collection. */
import { readFileSync } from 'node:fs';

const files = ['openapi.json', 'openapi.yaml', 'postman.json', 'workflows.arazzo.yaml'];

export const getStaticPaths = () => files.map((file) => ({ params: { file } }));

export const GET = ({ params }: { params: { file: string } }) => new Response(readFileSync(`generated/${params.file}`));
