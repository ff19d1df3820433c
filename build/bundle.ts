import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { latePatterns } from './late-patterns.ts';

const program = 'src/cli/main.ts';

// Ink asks for it only when React's developer tools are wanted, which a released program never does.
const withoutDevtools: Plugin = {
  name: 'without-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'stub' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {};' }));
  },
};

/**
 * Lets everything that is loaded later also ask for the program itself, which is loaded by then. esbuild makes one chunk for each set of entries
 * that shares a source: so the sources of a plain run share one set, and are one chunk instead of a dozen, each of which costs half a millisecond.
 */
const oneChunkAtStart: Plugin = {
  name: 'one-chunk-at-start',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path: name, kind, resolveDir }) =>
      kind === 'dynamic-import' ? { path: path.join(resolveDir, name), namespace: 'later' } : null,
    );
    build.onResolve({ filter: /scan\/worker\.ts$/ }, ({ path: name, kind }) =>
      kind === 'entry-point' ? { path: path.resolve(name), namespace: 'later' } : null,
    );
    // A source of its own, since another one may import the same file at once.
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path: file }) => ({
      contents: `import ${JSON.stringify(path.resolve(program))}; export * from ${JSON.stringify(file)};`,
      resolveDir: path.dirname(file),
    }));
  },
};

const common = {
  entryNames: '[name]',
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.15',
  jsx: 'automatic',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The program, split so that each command loads only what it uses, and so does a thread of `modwhy scan`, which takes the kept code as well. */
export const programOptions = {
  ...common,
  entryPoints: { main: program, 'scan-worker': 'src/scan/worker.ts' },
  chunkNames: '[name]-[hash]',
  splitting: true,
  // Native, and not on every machine.
  external: ['@lydell/node-pty'],
  plugins: [withoutDevtools, oneChunkAtStart, latePatterns],
} as const satisfies BuildOptions;

/** The library for other programs. */
export const libraryOptions = { ...common, entryPoints: ['src/index.ts'] } as const satisfies BuildOptions;

const shell = /^import\{main,run\}from"\.\/(chunk-\w+\.js)";(?:import"\.\/chunk-\w+\.js";)*export\{main,run\};\n$/;

/**
 * The chunk of a plain start. `main.js` only imports it and esbuild's stand-ins, of which it uses none.
 * @throws Error when esbuild writes `main.js` in another way
 */
export function chunkBehind(main: string): string {
  const chunk = shell.exec(main)?.[1];
  if (chunk === undefined) throw new Error('main.js is more than imports');
  return chunk;
}

/**
 * Puts a stand-in for the chunk in the place of `main.js`: what is loaded later takes from it what the running program already holds.
 * @param files of the program, by name; the chunk itself becomes `program.js`
 */
export function withoutShell(files: ReadonlyMap<string, string>, chunk: string): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const [name, text] of files) {
    if (name === chunk) renamed.set('program.js', asScript(text)).set('main.js', standIn(text));
    else if (name !== 'main.js') renamed.set(name, text.replaceAll(`"./${chunk}"`, '"./main.js"'));
  }
  return renamed;
}

/** What `withoutShell` makes of the list of outputs. */
export function outputsWithoutShell(outputs: Readonly<Record<string, unknown>>, chunk: string): string {
  const { 'dist/main.js': _, ...others } = outputs;
  return JSON.stringify({ outputs: others }).replaceAll(`"dist/${chunk}"`, '"dist/main.js"');
}

const exported = /\bexport\{([^{}]*)\};\n$/;

/** The names under which a chunk gives its own out: `[own, given]`. @throws Error when esbuild writes them in another way */
function exportsOf(chunk: string): [string, string][] {
  const list = exported.exec(chunk)?.[1];
  if (list === undefined) throw new Error('the chunk of a plain start does not end with its exports');
  return list.split(',').map((one) => {
    const [own, given = own] = one.split(' as ');
    return [own!, given!];
  });
}

/**
 * A script that makes the program, since code of a script can be kept compiled with every function that a run uses: see `bin/start.js`.
 * It is given where it stands, and how to load what is needed later.
 */
function asScript(chunk: string): string {
  if (/\bimport[{*"]/.test(chunk)) throw new Error('the chunk of a plain start imports another one');
  const names = exportsOf(chunk).map(([own, given]) => `${given}:${own}`);
  const body = chunk
    .replace(exported, `return{${names}}`)
    .replaceAll('import.meta.dirname', '__dirname')
    .replaceAll('import.meta.filename', '__filename')
    .replace(/\bimport\((?="(?:\.\/|node:))/g, 'loadLater(');
  return `(function(__filename,__dirname,loadLater){"use strict";${body}})`;
}

function standIn(chunk: string): string {
  const names = exportsOf(chunk).map(([, given]) => given);
  return `import program from"../bin/start.js";export const{${names}}=program;\n`;
}

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

/** Writes what is not ASCII as escapes, in texts and patterns alike: a source of plain ASCII is read faster and takes half the memory. */
export function asAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
