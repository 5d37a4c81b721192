import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { createIterationClient, type IterationInput } from '../../src/index.ts';
import { requestExamples } from '../support/document.ts';

const read = (name: string) => readFileSync(`deploy/${name}`, 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const dockerfile = read('Dockerfile');
/** The arguments of an instruction in the form of a list, the last one if there are several. */
const listOf = (instruction: string): string[] =>
  JSON.parse(dockerfile.match(new RegExp(`^ *${instruction} (\\[.*\\])$`, 'm'))?.[1] ?? '[]');
const [entryPoint] = listOf('ENTRYPOINT');
const command = listOf('CMD(?=.*mock)');
const port = command[command.indexOf('--port') + 1];

const documents = parseAllDocuments(read('kubernetes.yaml'));
const byKind = Object.fromEntries(documents.map((document) => [document.get('kind'), document.toJS()]));
const { Deployment: deployment, Service: service, NetworkPolicy: policy } = byKind;
const pod = deployment.spec.template;
const [container] = pod.spec.containers;

/** Starts the mock as the container does, on a free port, and gives the URL at which this machine reaches it. */
async function started(args: string[]) {
  const free = args.with(args.indexOf('--port') + 1, '0');
  const child = spawn(process.execPath, [manifest.bin['ld-iteration'].replace(/^dist(.*)js$/, 'src$1ts'), ...free]);
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const [announced] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(log))),
  ]);
  return { child, url: /http:\S+/.exec(String(announced))?.[0] ?? '', log: () => log };
}

describe('the container', () => {
  it("runs a mock that the package's own client can call, and that ends on a signal", async () => {
    expect(entryPoint).toBe(`node_modules/.bin/${Object.keys(manifest.bin)[0]}`);
    const { child, url, log } = await started(command);
    const client = createIterationClient({ accessToken: 'api-any', mock: true, baseUrl: url });
    const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
    const iteration = await client.createIteration(path, requestExamples[0]?.[1] as IterationInput);
    expect(iteration.status).toBe('not_started');
    expect((await fetch(`${url}/`)).status).toBe(200);
    // The signal of `docker stop` and of Kubernetes.
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    const lines = log()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
  });

  it('installs this version of the package, and nothing else', () => {
    expect(dockerfile).toContain(`ARG PACKAGE=${manifest.name}@${manifest.version}\n`);
    expect(dockerfile).toMatch(/npm install( --[\w=-]+)* "\$PACKAGE"\n/);
    for (const name of Object.keys(manifest.peerDependencies)) {
      expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
    }
  });

  it('is built on a version of Node that is named, in every stage', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toEqual(['node:24-alpine', 'node:24-alpine']);
  });

  it('does not run as root, and is stopped by the usual signal', () => {
    expect(dockerfile).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(dockerfile).not.toContain('STOPSIGNAL');
  });

  it('is healthy when the mock lists its scenarios', () => {
    expect(listOf('CMD(?=.*wget)').at(-1)).toBe(`http://127.0.0.1:${port}/`);
  });
});

describe('the Kubernetes manifest', () => {
  it('is three documents that parse', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(Object.keys(byKind)).toEqual(['Deployment', 'Service', 'NetworkPolicy']);
  });

  it('has replicas, which the Deployment, the Service and the policy select', () => {
    expect(deployment.spec.replicas).toBeGreaterThan(1);
    const { selector } = deployment.spec;
    expect(pod.metadata.labels).toMatchObject(selector.matchLabels);
    expect(service.spec.selector).toEqual(selector.matchLabels);
    expect(policy.spec.podSelector).toEqual(selector);
    expect(Object.keys(selector.matchLabels).length).toBeGreaterThan(0);
  });

  it('runs what the image runs, in the version of the package', () => {
    expect(container.args).toEqual(command);
    expect(container.image).toMatch(new RegExp(`:${manifest.version.replaceAll('.', '\\.')}$`));
  });

  it('probes the port that the mock listens on, which the Service sends to and the policy opens', () => {
    const [{ name, containerPort }] = container.ports;
    expect(String(containerPort)).toBe(port);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      expect([probe, container[probe].httpGet]).toEqual([probe, { path: '/', port: name }]);
    }
    expect(service.spec.ports).toMatchObject([{ targetPort: name }]);
    expect(policy.spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'], ingress: [{ ports: [{ port: name }] }] });
    expect(policy.spec).not.toHaveProperty('egress');
  });

  it('has requests and limits, the limits no lower', () => {
    const { requests, limits } = container.resources;
    expect(milli(limits.cpu)).toBeGreaterThanOrEqual(milli(requests.cpu));
    expect(mebi(limits.memory)).toBeGreaterThanOrEqual(mebi(requests.memory));
  });

  it('gives the container only the privileges that it needs', () => {
    expect(pod.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    const { runAsUser, runAsGroup } = pod.spec.securityContext;
    expect(dockerfile).toContain(`\nUSER ${runAsUser}:${runAsGroup}\n`);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });
});

const milli = (quantity: string) => (quantity.endsWith('m') ? Number.parseInt(quantity, 10) : Number(quantity) * 1_000);
const mebi = (quantity: string) => (quantity.endsWith('Mi') ? Number.parseInt(quantity, 10) : Number.NaN);
