import { type CompletionWords, commonFlags, flagsOf, spellingsOf } from './words.ts';

/** For bash 3.2 and newer, without the package bash-completion. Where it offers nothing, bash itself completes files. */
export function bashCompletion(words: CompletionWords): string {
  const valued = words.flags.filter(({ takesValue }) => takesValue);
  const listed = valued.filter(({ values }) => values.length > 0);
  return `# bash completion for modwhy: source <(modwhy completion bash)
_modwhy() {
  local cur=\${COMP_WORDS[COMP_CWORD]} flag='' command='' rest='' operands=0 i=1 word
  COMPREPLY=()
  # bash cuts --format=json into three words.
  if [[ $cur == = ]]; then
    flag=\${COMP_WORDS[COMP_CWORD-1]} cur=''
  elif [[ \${COMP_WORDS[COMP_CWORD-1]} == = ]]; then
    flag=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  while ((i < COMP_CWORD)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == -- ]]; then
      rest=$((COMP_CWORD - i)) && break
    fi
    case $word in
      ${spellingsOf(valued).join('|')})
        if [[ \${COMP_WORDS[i+1]} == = ]]; then i=$((i + 1)); fi
        i=$((i + 1))
        if ((i == COMP_CWORD)) && [[ -z $flag ]]; then flag=$word; fi ;;
      -* | =) ;;
      *) if [[ -z $command ]]; then command=$word; else operands=$((operands + 1)); fi ;;
    esac
    i=$((i + 1))
  done
  if [[ -n $rest ]]; then
    if [[ $rest == 1 && $command == run ]]; then COMPREPLY=($(compgen -c -- "$cur")); fi
    return
  fi
  case $flag in
${listed.map(({ spellings, values }) => `    ${spellings.join('|')}) COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$cur")); return ;;`).join('\n')}
    ?*) return ;;
  esac
  if [[ $cur == -* ]]; then
    case $command in
${words.commands.map(({ name }) => `      ${name}) COMPREPLY=($(compgen -W '${spellingsOf(flagsOf(name, words)).join(' ')}' -- "$cur")) ;;`).join('\n')}
      *) COMPREPLY=($(compgen -W '${spellingsOf(commonFlags(words)).join(' ')}' -- "$cur")) ;;
    esac
    return
  fi
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '${words.commands.map(({ name }) => name).join(' ')}' -- "$cur"))
  elif ((operands == 0)); then
    case $command in
${words.commands
  .filter(({ operands }) => operands.length > 0)
  .map(({ name, operands }) => `      ${name}) COMPREPLY=($(compgen -W '${operands.join(' ')}' -- "$cur")) ;;`)
  .join('\n')}
    esac
  fi
}
complete -o bashdefault -o default -F _modwhy modwhy
`;
}
