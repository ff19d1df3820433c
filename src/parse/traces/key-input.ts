import { unquoteGo } from './hash-line.ts';

/** What kind of input of a cache key it is; the first ones explain most. */
export const keyInputKinds = [
  'release',
  'tool',
  'platform',
  'variable',
  'c-compiler',
  'c-flags',
  'flags',
  'build-mode',
  'coverage',
  'trimpath',
  'folder',
  'module',
  'go-line',
  'godebug',
  'profile',
  'file',
  'test-variable',
  'test-file',
  'test-arguments',
  'other',
  'info',
  // What follows from another key.
  'imported',
  'vetted',
  'package',
] as const;

export type KeyInputKind = (typeof keyInputKinds)[number];

/** One thing that goes into a cache key. */
export interface KeyInput {
  readonly kind: KeyInputKind;
  /** Which one of its kind: a file, a package, a variable, a tool. */
  readonly subject: string;
  readonly value: string;
}

type Fields = readonly (readonly [kind: KeyInputKind, subject: string, value: string])[];

const longest = 200_000;
// cmd/go/internal/work: buildActionID and printLinkerConfig in exec.go, actionID of vet; cmd/go/internal/test: computeTestInputsID.
const rows: readonly (readonly [pattern: RegExp, fields: (found: readonly string[]) => Fields])[] = [
  [/^(?:compile|link|linkShared)$/, () => []],
  [/^import "/, () => []],
  [/^import (.{1,600}) (\S{0,100})$/, ([, path, hash]) => [['imported', path!, hash!]]],
  [/^file (.{1,600}) (\S{1,100})$/, ([, name, hash]) => [['file', name!, hash!]]],
  [/^packagefile (.{1,600})=(\S{0,100})$/, ([, path, hash]) => [['imported', path!, hash!]]],
  [/^packageshlib (.{1,600})=(\S{0,100})$/, ([, path, hash]) => [['imported', path!, hash!]]],
  [/^packagemain (\S{1,300})$/, ([, id]) => [['package', '', id!]]],
  [/^pkg (".{0,300})$/s, ([, id]) => [['package', '', id!]]],
  [/^vetout "(.{1,600})" (\S{0,100})$/, ([, path, hash]) => [['vetted', path!, hash!]]],
  [/^dir (.{1,2000})$/, ([, folder]) => [['folder', '', folder!]]],
  [/^trimpath$/, () => [['trimpath', '', '-trimpath']]],
  [/^module (\S{1,600})$/, ([, module]) => [['module', '', module!]]],
  [/^go (\S{0,60})$/, ([, version]) => [['go-line', '', version!]]],
  [/^goos (\S{1,40}) goarch (\S{1,40})$/, ([, os, arch]) => [['platform', '', `${os}/${arch}`]]],
  [
    /^buildmode (\S{1,40}) goos (\S{1,40}) goarch (\S{1,40})$/,
    ([, mode, os, arch]) => [
      ['build-mode', '', mode!],
      ['platform', '', `${os}/${arch}`],
    ],
  ],
  [/^(cgo|vet|preprofile) (.{1,300})$/, ([, tool, version]) => [['tool', tool!, bare(version!)]]],
  [/^(compile|asm) ([^[]{1,300}) (\[.{0,16000})$/, toolAndFlags],
  [
    /^link ([^[]{1,300}) (\[[^\n]{0,8000}\]) (\S{0,40})(?:\n(.{0,8000}))?$/s,
    ([, version, flags, mode, more]) => [
      ['tool', 'link', bare(version!)],
      ['flags', 'link', [words(flags!), more].filter(Boolean).join(' ')],
      ['build-mode', 'link', mode!],
    ],
  ],
  [/^linkflags (\[[^\n]{0,8000}\])$/, ([, flags]) => [['flags', 'link', words(flags!)]]],
  [/^vetflags (\[[^\n]{0,8000}\])$/, ([, flags]) => [['flags', 'vet', words(flags!)]]],
  [/^(CC|CXX|FC) ID(?: ERROR)?=(.{0,2000})$/, ([, name, id]) => [['c-compiler', name!, bare(id!).trim()]]],
  [/^(CC|CXX|FC)=([^\n]{0,8000})$/, ([, name, flags]) => [['c-flags', name!, words(flags!)]]],
  [/^cover ([^\n]{0,8000})$/, ([, mode]) => [['coverage', '', words(mode!)]]],
  [/^defaultgodebug (".{0,2000})$/, ([, value]) => [['godebug', '', bare(value!)]]],
  [/^pgofile (\S{1,100})$/, ([, hash]) => [['profile', '', hash!]]],
  [/^(?:magic )?(G[A-Z0-9_]{1,40})=(.{0,2000})$/, ([, name, value]) => [['variable', name!, bare(value!)]]],
  [/^env (\S{1,200}) ([0-9a-f]{64})$/, ([, name, hash]) => [['test-variable', name!, hash!]]],
  [/^(?:open|stat|chdir) (.{1,2000}) ([0-9a-f]{64})$/, ([, name, hash]) => [['test-file', name!, hash!]]],
  [/^test binary \S{1,100} args (.{0,8000}?) execcmd .{0,2000}$/, ([, args]) => [['test-arguments', '', words(args!)]]],
];

/** What an input of a cache key says; several for one that says several things, none for one that is the same in every key of its kind. */
export function readKeyInput(text: string): KeyInput[] {
  // The release goes in first, and alone has no line end.
  if (!text.endsWith('\n') && /^(?:go\d|devel )\S{0,100}/.test(text)) return [{ kind: 'release', subject: '', value: text }];
  const said = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (said.startsWith('modinfo ')) return buildInfo(said.slice(8, longest));
  for (const [pattern, fields] of rows) {
    const found = pattern.exec(said);
    if (found) return fields(found).map(([kind, subject, value]) => ({ kind, subject, value }));
  }
  const space = said.search(/[ =]/);
  return [{ kind: 'other', subject: space < 0 ? said : said.slice(0, space), value: space < 0 ? '' : said.slice(space + 1) }];
}

function toolAndFlags([, tool, version, flags]: readonly string[]): Fields {
  return [
    ['tool', tool!, bare(version!)],
    ['flags', tool!, words(flags!)],
  ];
}

/** What goes into the program for `go version -m`: each module and each setting is one input. */
function buildInfo(quoted: string): KeyInput[] {
  const inputs: KeyInput[] = [];
  let replaced = '';
  for (const row of unquoteGo(quoted).split('\n')) {
    const [sign, name = '', ...rest] = row.split('\t');
    if (sign === 'dep' || sign === 'mod') {
      replaced = name;
      inputs.push({ kind: 'info', subject: name, value: rest.join(' ').trim() });
    } else if (sign === '=>') inputs.push({ kind: 'info', subject: `${replaced} =>`, value: [name, ...rest].join(' ').trim() });
    else if (sign === 'build') {
      const [, setting, value] = /^([^=]{1,200})=(.*)$/.exec(name) ?? [];
      if (setting !== undefined) inputs.push({ kind: 'info', subject: setting, value: bare(value!) });
    }
  }
  return inputs;
}

function bare(text: string): string {
  return text.startsWith('"') ? unquoteGo(text) : text;
}

/** The words of lists that Go prints with %q: `["-O2" "-g"] []` are `-O2 -g`. */
function words(lists: string): string {
  return [...lists.matchAll(/"((?:[^"\\]|\\.){0,4000})"/g)].map(([quoted]) => unquoteGo(quoted)).join(' ');
}
