import type { BuildOptions, Plugin } from 'esbuild';

// Ink asks for it only when React's developer tools are wanted, which a released program never does.
const withoutDevtools: Plugin = {
  name: 'without-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'stub' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {};' }));
  },
};

/** One bundle for all commands, split so that each loads only what it uses. */
export const bundleOptions = {
  entryPoints: ['src/cli/main.ts', 'src/index.ts'],
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.15',
  jsx: 'automatic',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [withoutDevtools],
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

const BANNER = 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);\n';

/** Gives `require` to the chunk that holds esbuild's stand-in for it, and to no other, so that a plain start does not pay for it. */
export function withRequire(code: string): string {
  return code.includes('Dynamic require of') ? BANNER + code : code;
}

const builtinImport = /\bimport(?:\{([^{}]*)\}|\*as ([\w$]+)| ([\w$]+) ?)from"(node:[\w/]+)";/g;

/**
 * Takes built-in modules without an import statement, for which Node reads every property of the module:
 * that loads streams, workers and more that a short run never uses.
 */
export function withPlainBuiltins(code: string): string {
  return code.replace(builtinImport, (_, names: string | undefined, all: string | undefined, whole: string | undefined, module: string) => {
    const left = names === undefined ? (all ?? whole) : `{${names.replaceAll(' as ', ':')}}`;
    return `const ${left}=globalThis.process.getBuiltinModule("${module}");`;
  });
}
