import { hasUnseen } from './unseen.ts';

/** The text itself, or null when it holds what cannot be seen. */
export function plainText(text: string): string | null {
  return hasUnseen(text) ? null : text;
}

/** A YAML scalar in single quotes, in which nothing but `'` is special. */
export function yamlText(text: string): string | null {
  return hasUnseen(text) ? null : `'${text.replaceAll("'", "''")}'`;
}

/** As `yamlText`; GitHub takes `${{` as an expression wherever it stands. */
export function githubYaml(text: string): string | null {
  return text.includes('${{') ? null : yamlText(text);
}

/** As `yamlText`; GitLab takes `$NAME` in a variable as another variable, and `$$` as `$`. */
export function gitlabYaml(text: string): string | null {
  return yamlText(text.replaceAll('$', '$$$$'));
}

/** A value of `ENV`: in double quotes `\`, `"` and `$` are special. */
export function dockerfileValue(text: string): string | null {
  if (hasUnseen(text)) return null;
  return /^[\w./:@,*+-]+$/.test(text) ? text : `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}

/** The command of a `RUN`: it goes to the shell as it is, unless it looks like a here-document or a line that goes on. */
export function dockerfileWords(command: string): string | null {
  return hasUnseen(command) || command.includes('<<') || /[\\`]\s*$/.test(command) || command.startsWith('[') ? null : command;
}

/** A Groovy text in single quotes. */
export function groovyText(text: string): string | null {
  return hasUnseen(text) ? null : `'${text.replace(/[\\']/g, '\\$&')}'`;
}
