import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type MockFlags, mock } from '../../src/cli/mock.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import { startMockServer } from '../../src/mock/server.ts';

const read = (name: string) => readFileSync(`deploy/${name}`, 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const dockerfile = read('Dockerfile');
/** The arguments of an instruction in the form of a list, the last one if there are several. */
const listOf = (instruction: string): string[] =>
  JSON.parse(dockerfile.match(new RegExp(`^ *${instruction} (\\[.*\\])$`, 'm'))?.[1] ?? '[]');
const [entryPoint] = listOf('ENTRYPOINT');
const command = listOf('CMD(?=.*mock)');

const documents = parseAllDocuments(read('kubernetes.yaml'));
const byKind = Object.fromEntries(documents.map((document) => [document.get('kind'), document.toJS()]));
const { Deployment: deployment, Service: service, HorizontalPodAutoscaler: autoscaler } = byKind;
const pod = deployment.spec.template;
const [container] = pod.spec.containers;

describe('the container', () => {
  it('runs a command of the package that the package has, with flags that it has', async () => {
    expect(entryPoint).toBe(`node_modules/.bin/${Object.keys(manifest.bin)[0]}`);
    const [name, ...flags] = command;
    expect([name, flagsOf(flags)]).toEqual(['mock', { host: '0.0.0.0', port: '4010', log: 'json' }]);
    const stopped = AbortSignal.abort();
    const all: MockFlags = { scenario: 'echo', workers: '1', ...flagsOf(flags), port: '0', host: '127.0.0.1' } as never;
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    expect(await mock(createTerminal({ stdin, stdout, stderr, env: {}, interruption: () => stopped }), all)).toBe(0);
  });

  it('installs this version of the package, and the versions of Prism that it is tested with', () => {
    const { version, devDependencies, peerDependencies } = manifest;
    expect(dockerfile).toContain(`ARG PACKAGE=${manifest.name}@${version}\n`);
    const prism = [...dockerfile.matchAll(/(@stoplight\/[\w-]+)@(\S+)/g)].map(([, name, pinned]) => [name, pinned]);
    expect(prism.length).toBe(2);
    for (const [name = '', pinned] of prism) {
      expect([name, devDependencies[name]]).toEqual([name, pinned]);
      expect(peerDependencies).toHaveProperty([name]);
    }
  });

  it('is built on a version of Node that is named, in every stage', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toEqual(['node:24-alpine', 'node:24-alpine']);
  });

  it('does not run as root, and can be told to stop', () => {
    expect(dockerfile).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    // Of the signals that a container gets, the command takes this one.
    expect(dockerfile).toMatch(/^STOPSIGNAL SIGINT$/m);
    expect(readFileSync('src/cli/main.ts', 'utf8')).toContain("'SIGINT'");
  });

  it('is healthy when the mock answers its listing', async () => {
    expect(listOf('CMD(?=.*wget)').at(-1)).toBe(`http://127.0.0.1:${flagsOf(command.slice(1))['port']}/`);
    const server = await startMockServer();
    const { status } = await fetch(`${server.url}/`);
    await server.close();
    expect(status).toBe(200);
  });
});

describe('the Deployment', () => {
  it('is one of three documents that parse', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(Object.keys(byKind)).toEqual(['Deployment', 'Service', 'HorizontalPodAutoscaler']);
  });

  it('selects its own pods, as does the Service', () => {
    expect(pod.metadata.labels).toMatchObject(deployment.spec.selector.matchLabels);
    expect(pod.metadata.labels).toMatchObject(service.spec.selector);
    expect(Object.keys(service.spec.selector).length).toBeGreaterThan(0);
  });

  it('runs what the image runs', () => {
    expect(container.args).toEqual(command);
  });

  it('names a version of the image, which is that of the package', () => {
    expect(container.image).toMatch(new RegExp(`:${manifest.version.replaceAll('.', '\\.')}$`));
  });

  it('probes the listing on the port that the mock listens on, which the Service sends to', () => {
    const [{ name, containerPort }] = container.ports;
    expect(containerPort).toBe(Number(flagsOf(container.args.slice(1))['port']));
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      expect([probe, container[probe].httpGet]).toEqual([probe, { path: '/', port: name }]);
    }
    expect(service.spec.ports).toMatchObject([{ targetPort: name }]);
  });

  it('has requests and limits, the limits no lower', () => {
    const { requests, limits } = container.resources;
    expect(milli(limits.cpu)).toBeGreaterThanOrEqual(milli(requests.cpu));
    expect(mebi(limits.memory)).toBeGreaterThanOrEqual(mebi(requests.memory));
  });

  it('gives the container no right that it does not need', () => {
    expect(pod.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(dockerfile).toContain(
      `\nUSER ${pod.spec.securityContext.runAsUser}:${pod.spec.securityContext.runAsGroup}\n`,
    );
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('is what the autoscaler scales, by a use of the processor that the requests make countable', () => {
    const { apiVersion, kind, metadata, spec } = deployment;
    expect(autoscaler.apiVersion).toBe('autoscaling/v2');
    expect(autoscaler.spec.scaleTargetRef).toEqual({ apiVersion, kind, name: metadata.name });
    expect(autoscaler.spec.minReplicas).toBe(spec.replicas);
    expect(autoscaler.spec.maxReplicas).toBeGreaterThan(spec.replicas);
    expect(autoscaler.spec.metrics).toMatchObject([{ type: 'Resource', resource: { name: 'cpu' } }]);
    expect(milli(container.resources.requests.cpu)).toBeGreaterThan(0);
  });
});

describe('nginx', () => {
  const configuration = read('nginx.conf').replace(/#.*/g, '');
  const all = (directive: string) =>
    [...configuration.matchAll(new RegExp(`^\\s*${directive} (.+);$`, 'gm'))].map(([, value]) => value);

  it('listens on this machine alone, before two mocks of this machine', () => {
    expect(all('listen')).toEqual(['127.0.0.1:4010']);
    expect(all('server')).toEqual(['127.0.0.1:4011', '127.0.0.1:4012']);
  });

  it('keeps connections, for less time than Node keeps them', () => {
    expect(all('proxy_http_version')).toEqual(['1.1']);
    expect(all('proxy_set_header')).toContain("Connection ''");
    expect(all('keepalive')).toHaveLength(1);
    expect(all('keepalive_timeout')).toEqual(['4s']);
  });

  it('repeats nothing that may have been acted on', () => {
    expect(configuration).not.toContain('non_idempotent');
  });

  it('lets the mock refuse what is too large', () => {
    expect(all('client_max_body_size')).toEqual(['11m']);
  });
});

function flagsOf(words: string[]): Record<string, string> {
  const pairs = Array.from({ length: words.length / 2 }, (_, index) => words.slice(2 * index, 2 * index + 2));
  return Object.fromEntries(pairs.map(([flag = '', value = '']) => [flag.replace('--', ''), value]));
}

const milli = (quantity: string) => (quantity.endsWith('m') ? Number.parseInt(quantity, 10) : Number(quantity) * 1_000);
const mebi = (quantity: string) => (quantity.endsWith('Mi') ? Number.parseInt(quantity, 10) : Number.NaN);
