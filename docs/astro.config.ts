/** Configures the site. What the command line of Astro cannot give comes from the environment; see build.ts. */
import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { defineConfig, passthroughImageService } from 'astro/config';
import starlightLlmsTxt from 'starlight-llms-txt';
import starlightOpenAPI, { createOpenAPISidebarGroup } from 'starlight-openapi';
import starlightTypeDoc from 'starlight-typedoc';
import { accessiblePages } from './lib/accessible.ts';
import { nameApiPages, writePages } from './lib/pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reference = writePages(root, process.env['DOCS_CONTRACT'] ?? `${root}generated/openapi.json`);
const operations = createOpenAPISidebarGroup();

/** The entries of the package, and where each begins. */
const entries = {
  '.': 'index',
  './client': 'client/index',
  './experiment': 'experiment',
  './validate': 'contract/validate',
  './preflight': 'preflight/index',
  './examples': 'examples',
  './mock': 'mock/server',
  './mock/fetch': 'mock/fetch',
  './mock/msw': 'mock/msw',
};

const typeScriptApi = starlightTypeDoc({
  entryPoints: Object.values(entries).map((path) => `${root}src/${path}.ts`),
  tsconfig: `${root}src/tsconfig.json`,
  output: 'api',
  typeDoc: {
    readme: 'none',
    entryFileName: 'overview',
    outputFileStrategy: 'modules',
    basePath: `${root}src`,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    // `make typecheck` does.
    skipErrorChecking: true,
    parametersFormat: 'table',
    groupOrder: ['Functions', 'Classes', 'Variables', '*'],
    logLevel: 'Error',
  },
});

/** A plugin that follows those that write pages: starlight-openapi replaces what the configuration says of code. */
const afterwards: StarlightPlugin = {
  name: 'afterwards',
  hooks: {
    'config:setup': ({ updateConfig }) => {
      nameApiPages(root, entries);
      updateConfig({
        expressiveCode: {
          removeUnusedThemes: false,
          themes: ['github-dark-high-contrast', 'github-light-high-contrast'],
          useStarlightUiThemeColors: true,
          // A block that wraps needs no scrolling.
          defaultProps: { wrap: true },
          minSyntaxHighlightingColorContrast: 7,
        },
      });
    },
  },
};

export default defineConfig({
  // The links of llms.txt and the canonical ones need an origin; the workflow gives the real one.
  site: process.env['DOCS_SITE'] ?? 'http://localhost:4321',
  outDir: '../dist/docs',
  cacheDir: '../.cache/astro',
  trailingSlash: 'always',
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'Iteration contract',
      description: "The contract of LaunchDarkly's create iteration: a typed client, a mock and an OpenAPI document.",
      logo: { src: './src/assets/logo.svg', alt: '' },
      favicon: '/favicon.svg',
      customCss: ['./src/styles/theme.css'],
      components: { PageTitle: './src/components/PageTitle.astro', Footer: './src/components/Footer.astro' },
      pagefind: { ranking: { termFrequency: 1 } },
      plugins: [
        starlightOpenAPI([
          {
            base: 'reference',
            schema: reference,
            sidebar: { label: 'Reference', collapsed: false, operations: { badges: true }, group: operations },
          },
        ]),
        ...(process.env['DOCS_API'] === 'none' ? [] : [typeScriptApi]),
        afterwards,
        starlightLlmsTxt({
          projectName: 'launchdarkly-iteration-contract',
          optionalLinks: ['reference.md', 'openapi.yaml', 'openapi.json'].map((file) => ({
            label: file,
            url: `${process.env['DOCS_SITE'] ?? 'http://localhost:4321'}${process.env['DOCS_BASE'] ?? '/'}${file}`,
            description: file === 'reference.md' ? 'the operations, parameters, responses and schemas' : 'the contract',
          })),
        }),
      ],
      sidebar: [
        { label: 'Start', items: ['start', 'playground'] },
        {
          label: 'Guides',
          items: ['errors', 'retries', 'testing', 'terminal', 'migrating'].map((name) => `guides/${name}`),
        },
        operations,
        {
          label: 'TypeScript API',
          collapsed: true,
          items: Object.entries(entries).map(([label, path]) => ({
            label,
            link: `/api/${path.replace(/(^|\/)index$/, '')}/`.replace('//', '/'),
          })),
        },
        { label: 'Examples', items: [{ autogenerate: { directory: 'examples' } }] },
        { label: 'Background', items: ['life', 'history', 'measurements', 'changes'] },
      ],
    }),
    accessiblePages(),
  ],
});
