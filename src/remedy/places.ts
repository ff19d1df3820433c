import type { ReportStep } from '../model/report.ts';
import { type PlaceForm, placeForms } from './place-forms.ts';

export type Places = Extract<ReportStep, { kind: 'set-env' }>['places'];

/** A variable in every place that can hold it. A value with a password in it stands nowhere: there is the place for the secret instead. */
export function variablePlaces(name: string, value: string): Places {
  if (!/^[A-Za-z_]\w*$/.test(name)) return [];
  if (isSecret(name, value))
    return placeForms.map((form) => ({ place: form.place, what: 'secret', fragment: fill(form.secret, { name }) }));
  return placeForms.flatMap((form) => fragment(form, 'variable', form.value(value), (text) => ({ name, value: text })));
}

/** A command in every place that can hold it. */
export function commandPlaces(posix: string): Places {
  return placeForms.flatMap((form) => fragment(form, 'command', form.script(posix), (text) => ({ command: text })));
}

/**
 * The places of a command that reads or changes the settings of one user of one machine: a CI job or an image has another user.
 * Other commands have none: they change the project or a cache, and are run where the project is.
 */
export function runPlaces(argv: readonly string[], posix: string): Places {
  const [program, command, ...words] = argv;
  if (program === 'go' && command === 'env') {
    const set = words.length === 2 && words[0] === '-w' ? /^([A-Za-z_]\w*)=(.*)$/s.exec(words[1]!) : null;
    return set ? variablePlaces(set[1]!, set[2]!) : commandPlaces(posix);
  }
  return program === 'git' && command === 'config' && words[0] === '--global' ? commandPlaces(posix) : [];
}

function fragment(
  form: PlaceForm,
  what: 'variable' | 'command',
  text: string | null,
  values: (text: string) => Readonly<Record<string, string>>,
): Places {
  return text === null ? [] : [{ place: form.place, what, fragment: fill(form[what], values(text)) }];
}

/** One pass, so that a value that looks like a hole stays as it is. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function isSecret(name: string, value: string): boolean {
  return /TOKEN|PASSWORD|SECRET/.test(name) || /:\/\/[^/@]*:[^/@]*@/.test(value);
}
