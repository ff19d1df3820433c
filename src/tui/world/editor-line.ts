type Form = (file: string, line: number) => string[];

const plus: Form = (file, line) => [`+${line}`, file];
const colon: Form = (file, line) => [`${file}:${line}`];

// How each editor takes a line, from its manual; one that is not here gets the file alone.
const forms: Readonly<Record<string, Form>> = {
  vi: plus,
  vim: plus,
  nvim: plus,
  view: plus,
  gvim: plus,
  ex: plus,
  nano: plus,
  pico: plus,
  emacs: plus,
  emacsclient: plus,
  mg: plus,
  jed: plus,
  joe: plus,
  ne: plus,
  kak: plus,
  micro: plus,
  gedit: plus,
  less: plus,
  hx: colon,
  helix: colon,
  subl: colon,
  zed: colon,
  code: (file, line) => ['--goto', `${file}:${line}`],
  codium: (file, line) => ['--goto', `${file}:${line}`],
  cursor: (file, line) => ['--goto', `${file}:${line}`],
  kate: (file, line) => ['--line', String(line), file],
  idea: (file, line) => ['--line', String(line), file],
  goland: (file, line) => ['--line', String(line), file],
  'notepad++': (file, line) => [`-n${line}`, file],
};

/** The arguments that open a file at a line. @param file an absolute path, so that it is never read as a flag */
export function lineArguments(program: string, file: string, line: number): string[] {
  const name = program
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:exe|cmd|bat)$/i, '')
    .toLowerCase();
  return (Object.hasOwn(forms, name) ? forms[name]! : (path: string) => [path])(file, line);
}
