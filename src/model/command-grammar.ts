import type { CaptureType } from './catalog.ts';

// What a captured text must look like before it may stand in a command that we show. Logs are hostile: anything else stays out.
// golang.org/x/mod/module, CheckPath and CheckImportPath; semver; RFC 1123 host names.
const grammars: Readonly<Record<CaptureType, RegExp | null>> = {
  module: /^(?!-)[A-Za-z0-9._~-]{1,100}(?:\/(?!\.)[A-Za-z0-9._~-]{1,100}){0,20}$/,
  'escaped-module': /^(?!-)[A-Za-z0-9._~!-]{1,100}(?:\/(?!\.)[A-Za-z0-9._~!-]{1,100}){0,20}$/,
  package: /^(?!-)[A-Za-z0-9._~+-]{1,100}(?:\/[A-Za-z0-9._~+-]{1,100}){0,30}$/,
  version: /^(?!-)[A-Za-z0-9][A-Za-z0-9._+-]{0,120}$/,
  'go-version': /^(?:go)?\d{1,3}(?:\.\d{1,4}){0,2}(?:(?:rc|beta)\d{1,3})?$/,
  host: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/,
  address: /^(?:\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9.-]{1,253})(?::\d{1,5})?$/,
  url: /^https?:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[A-Za-z0-9._~!@%+/-]{0,500})?(?:\?go-get=1)?$/,
  path: /^(?![-~])[A-Za-z0-9._/@+=:!\\~-]{1,400}$/,
  name: /^(?!-)[A-Za-z0-9_][A-Za-z0-9_.+/-]{0,120}$/,
  int: /^\d{1,9}$/,
  list: /^(?!-)[A-Za-z0-9.*?_~/,:|=+-]{0,600}$/,
  // Word by word only.
  packages: null,
  text: null,
};

/** Whether a captured text is well-formed for its type, and so may enter a command. Free text never may. */
export function mayEnterCommand(type: CaptureType, value: string): boolean {
  const grammar = grammars[type];
  return grammar?.test(value) === true && !value.split(/[\\/]/).includes('..');
}
