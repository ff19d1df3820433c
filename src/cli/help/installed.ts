import { spoken } from '../told.ts';
import { columns, type HelpTopics, prose } from './rows.ts';

/** Help about modwhy itself on this machine: settings, completion, manual. */
export const installedTopics: HelpTopics = {
  config: () => [
    spoken('modwhy config - which settings count in this folder, and where each comes from'),
    '',
    ...columns([
      ['modwhy config', 'settings, their files, and what run may retry'],
      ['modwhy config --format json', 'the same for a program'],
    ]),
    '',
    ...prose(
      'Read are .modwhy.yaml, upward to the root of the repository, and config.yaml in',
      '$XDG_CONFIG_HOME/modwhy; MODWHY_CONFIG names another file in place of both. The file',
      'of a project can forbid and lower, and never allow more than yours. Flags and their',
      'variables are stronger than files.',
    ),
  ],
  completion: () => [
    spoken('modwhy completion SHELL - a script by which a shell completes words of modwhy'),
    '',
    ...columns([
      ['source <(modwhy completion bash)', 'in ~/.bashrc'],
      ['source <(modwhy completion zsh)', 'in ~/.zshrc, below compinit'],
      ['modwhy completion fish | source', 'in ~/.config/fish/config.fish'],
      ['modwhy completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
    ]),
    '',
    ...prose('Commands, their flags, values and files are completed. The script starts nothing', 'when you press Tab.'),
  ],
  man: () => [
    spoken('modwhy man - the manual page'),
    '',
    ...columns([
      ['modwhy man | man -l -', 'read it'],
      ['modwhy man | mandoc -a', 'read it where man is mandoc'],
      ['modwhy man --lang zh | man -l -', 'in Chinese'],
    ]),
    '',
    ...prose('It has every command, flag, variable, format and exit code.'),
  ],
};
