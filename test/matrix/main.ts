/**
 * Compiles and runs the package, as it is packed, under every TypeScript and every runtime that it supports, and prints a
 * table. Fails unless every cell is green; what is not on this machine is not green.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, tryCells } from './cell.ts';
import {
  attw,
  compile,
  expectEqual,
  expectNoResend,
  expectPrinted,
  expectRefusal,
  mocksReport,
  publint,
  report,
  serverReport,
  settings,
} from './checks.ts';
import { printedByPage } from './chromium.ts';
import { layOut, pack } from './consumer.ts';
import { expectSetup, layOutSetups, setups } from './setups.ts';
import { bun, compilers, deno, installTools, nodes, pathOf } from './tools.ts';

const denoFlags = ['eval', '--no-remote', '--cached-only', '--node-modules-dir=manual'];
const runtimes = [
  ...nodes.map((tool) => ({ tool, args: (file: string) => [file], refused: 'not_applied' as const })),
  { tool: bun, args: (file: string) => ['--install=disable', file], refused: 'not_applied' as const },
  {
    tool: deno,
    // MSW leaves a channel open that Deno would wait for, so the program ends itself.
    args: (file: string) => [...denoFlags, `await import('./${file}'); Deno.exit(0);`],
    refused: 'not_applied' as const,
  },
];

/** Every cell, for a tarball, a project that uses it, and one that uses it with Mock Service Worker 3. */
export function cellsOf(tarball: string, project: string, withMsw3: string): Cell[] {
  return [
    { what: 'what is published', environment: 'publint', attempt: () => publint(tarball) },
    { what: 'types of each entry', environment: 'attw', attempt: () => attw(tarball) },
    ...compilers.flatMap((tool) =>
      settings.map((setting) => ({
        what: `compiles, ${setting.moduleResolution}, exactOptionalPropertyTypes ${setting.exactOptionalPropertyTypes}`,
        environment: tool.name,
        attempt: async () => compile(pathOf(tool), project, setting),
      })),
    ),
    ...runtimes.flatMap(({ tool, args, refused }) => {
      const prints = (file: string, wanted: unknown) => async () =>
        expectPrinted(pathOf(tool), args(file), project, wanted);
      return [
        { what: 'calls the mock server', environment: tool.name, attempt: prints('server.js', serverReport(refused)) },
        { what: 'mocks without a server', environment: tool.name, attempt: prints('mocks.js', mocksReport) },
        {
          what: 'sends nothing again when connections die, fresh and reused',
          environment: tool.name,
          attempt: async () => expectNoResend(pathOf(tool), args('resend.js'), project),
        },
      ];
    }),
    {
      what: 'calls the mock server, and mocks without',
      environment: 'Chromium',
      attempt: async () => expectEqual(`[${await printedByPage(project)}]`, [mocksReport, report]),
    },
    ...nodes.slice(-1).map((tool) => ({
      what: 'mocks without a server, with Mock Service Worker 3',
      environment: tool.name,
      attempt: async () => expectPrinted(pathOf(tool), ['mocks.js'], withMsw3, mocksReport),
    })),
    ...compilers.slice(-1).flatMap((tool) =>
      settings.slice(0, 1).map((setting) => ({
        what: 'compiles with Mock Service Worker 3',
        environment: tool.name,
        attempt: async () => compile(pathOf(tool), withMsw3, setting),
      })),
    ),
    ...(Object.entries(setups) as [keyof typeof setups, string][]).map(([name, environment]) => ({
      what: 'the mock, set up as the docs show',
      environment,
      attempt: () => expectSetup(name),
    })),
    ...nodes.map((tool) => ({
      what: 'ld-iteration validate',
      environment: tool.name,
      attempt: async () => expectRefusal(pathOf(tool), project),
    })),
  ];
}

if (import.meta.main) {
  installTools();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'matrix-'));
  try {
    const [project, withMsw3] = [join(folder, 'consumer'), join(folder, 'consumer-msw-3')];
    const { tarball } = await pack(folder);
    await layOut(tarball, project);
    await layOut(tarball, withMsw3, 'msw-3');
    await layOutSetups(tarball);
    process.exitCode = (await tryCells(cellsOf(tarball, project, withMsw3), console.log)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
