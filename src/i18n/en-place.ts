/** Where the words of a remedy go: how each place of settings is named. */
export const places = {
  posix: { variable: '', secret: '', command: '', byHand: '' },
  powershell: {
    variable: '',
    secret: '',
    command: '',
    byHand: 'PowerShell has no safe words for this; it does what this does in a POSIX shell:',
  },
  cmd: { variable: '', secret: '', command: '', byHand: 'cmd.exe has no safe words for this; it does what this does in a POSIX shell:' },
  dockerfile: {
    variable: 'in the Dockerfile, before the RUN that fails:',
    secret: 'in the Dockerfile, as the RUN that fails; docker build gets it with --secret, and no layer keeps it:',
    command: 'in the Dockerfile, before the RUN that fails:',
    byHand: 'in the Dockerfile, in a form that it can hold, what this does in a shell:',
  },
  'github-actions': {
    variable: 'in the workflow file, at the job or the step that fails:',
    secret: 'in the workflow file, at the step that fails; the value goes to Settings, Secrets:',
    command: 'in the workflow file, as a step before the one that fails:',
    byHand: 'in the workflow file, in a form that it can hold, what this does in a shell:',
  },
  'gitlab-ci': {
    variable: 'in .gitlab-ci.yml, at the job that fails:',
    secret: 'in Settings, CI/CD, Variables, masked:',
    command: 'in .gitlab-ci.yml, at the job that fails:',
    byHand: 'in .gitlab-ci.yml, in a form that it can hold, what this does in a shell:',
  },
  'azure-pipelines': {
    variable: 'in the pipeline file, at the job that fails:',
    secret: 'in the pipeline file, at the step that fails; the value is a secret variable of the pipeline:',
    command: 'in the pipeline file, as a step before the one that fails:',
    byHand: 'in the pipeline file, in a form that it can hold, what this does in a shell:',
  },
  jenkins: {
    variable: 'in the Jenkinsfile, at the stage that fails:',
    secret: 'in the Jenkinsfile, at the stage that fails; the value is a credential of Jenkins:',
    command: 'in the Jenkinsfile, as a step before the one that fails:',
    byHand: 'in the Jenkinsfile, in a form that it can hold, what this does in a shell:',
  },
  ci: {
    variable: 'where the variables of this CI job are set:',
    secret: 'where the secret variables of this CI job are set:',
    command: 'in the CI job, before the command that fails:',
    byHand: 'in the CI job, in a form that it can hold, what this does in a shell:',
  },
} as const;
