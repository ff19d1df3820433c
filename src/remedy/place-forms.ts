import type { Place } from '../model/report.ts';
import { dockerfileValue, dockerfileWords, githubYaml, gitlabYaml, groovyText, plainText, yamlText } from './place-escapes.ts';

type Escape = (text: string) => string | null;

/** How a place writes a variable, one that holds a secret, and a command that runs before the one that failed. */
export interface PlaceForm {
  readonly place: Place;
  readonly variable: string;
  readonly secret: string;
  readonly command: string;
  /** Makes a value safe at `{value}`, a command at `{command}`; null when the place cannot hold it. */
  readonly value: Escape;
  readonly script: Escape;
}

/** All places that are not a shell. One more is one more row, a row in `place.ts`, and its words in `i18n`. */
export const placeForms: readonly PlaceForm[] = [
  {
    // https://docs.docker.com/reference/dockerfile/#env, #run---mounttypesecret
    place: 'dockerfile',
    variable: 'ENV {name}={value}',
    secret: 'RUN --mount=type=secret,id={name},env={name} <the command that failed>',
    command: 'RUN {command}',
    value: dockerfileValue,
    script: dockerfileWords,
  },
  {
    // https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#env
    place: 'github-actions',
    variable: 'env:\n  {name}: {value}',
    secret: `env:\n  {name}: \${{ secrets.{name} }}`,
    command: '- run: {command}',
    value: githubYaml,
    script: githubYaml,
  },
  {
    // https://docs.gitlab.com/ci/yaml/#variables
    place: 'gitlab-ci',
    variable: 'variables:\n  {name}: {value}',
    secret: '{name}',
    command: 'before_script:\n  - {command}',
    value: gitlabYaml,
    script: yamlText,
  },
  {
    // https://learn.microsoft.com/azure/devops/pipelines/process/variables
    place: 'azure-pipelines',
    variable: 'variables:\n  {name}: {value}',
    secret: 'env:\n  {name}: $({name})',
    command: '- script: {command}',
    value: (text) => (/\$[([{]/.test(text) ? null : yamlText(text)),
    script: (text) => (/\$[([{]/.test(text) ? null : yamlText(text)),
  },
  {
    // https://www.jenkins.io/doc/book/pipeline/syntax/#environment
    place: 'jenkins',
    variable: 'environment {\n  {name} = {value}\n}',
    secret: "environment {\n  {name} = credentials('<id of the credential>')\n}",
    command: 'sh {command}',
    // What `$` and `\` mean there depends on the version.
    value: (text) => (/[$\\]/.test(text) ? null : groovyText(text)),
    script: groovyText,
  },
  { place: 'ci', variable: '{name}={value}', secret: '{name}', command: '{command}', value: plainText, script: plainText },
];

/** The table of the README, which a test compares with this. */
export function placeTable(): string {
  const shown = (template: string) => `\`${template.replace(/\s*\n\s*/g, ' ')}\``;
  const rows = placeForms.map(
    ({ place, variable, secret, command }) => `| \`${place}\` | ${[variable, secret, command].map(shown).join(' | ')} |`,
  );
  return ['| place | variable | secret | command |', '|---|---|---|---|', ...rows].join('\n');
}
