import { type CompletionFlag, type CompletionWords, commonFlags, flagsOf, quoted, spellingsOf } from './words.ts';

/** For zsh 5: to be sourced, or as the file `_modwhy` of a folder of `fpath`. */
export function zshCompletion(words: CompletionWords): string {
  const valued = words.flags.filter(({ takesValue }) => takesValue);
  const listed = valued.filter(({ values }) => values.length > 0);
  return `#compdef modwhy
# zsh completion for modwhy: source <(modwhy completion zsh)
_modwhy() {
  local flag='' command='' word
  local -i operands=0 i=2
  local -a list
  while ((i < CURRENT)); do
    word=$words[i]
    if [[ $word == -- ]]; then
      if [[ $command != run ]]; then _files; return; fi
      shift i words
      ((CURRENT -= i))
      _normal
      return
    fi
    case $word in
      (${spellingsOf(valued).join('|')})
        ((++i == CURRENT)) && flag=$word ;;
      (-*) ;;
      (*) if [[ -z $command ]]; then command=$word; else ((++operands)); fi ;;
    esac
    ((++i))
  done
  if [[ $PREFIX == --*=* ]]; then
    flag=\${PREFIX%%=*}
    compset -P '*='
  fi
  case $flag in
${listed.map(({ spellings, values }) => `    (${spellings.join('|')}) compadd -- ${values.join(' ')}; return ;;`).join('\n')}
    (?*) _files; return ;;
  esac
  if [[ $PREFIX == -* ]]; then
    case $command in
${words.commands.map(({ name }) => `      (${name}) list=(${described(flagsOf(name, words))}) ;;`).join('\n')}
      (*) list=(${described(commonFlags(words))}) ;;
    esac
    _describe -o flag list
    return
  fi
  if [[ -z $command ]]; then
    list=(${words.commands.map(({ name, help }) => quoted(`${name}:${help}`)).join(' ')})
    _describe command list
    return
  fi
  if ((operands == 0)); then
    case $command in
${words.commands
  .filter(({ operands }) => operands.length > 0)
  .map(({ name, operands }) => `      (${name}) compadd -- ${operands.join(' ')}; return ;;`)
  .join('\n')}
    esac
  fi
  _files
}
if [[ \${funcstack[1]:-} == _modwhy ]]; then _modwhy "$@"; else compdef _modwhy modwhy; fi
`;
}

function described(flags: readonly CompletionFlag[]): string {
  return flags.flatMap(({ spellings, help }) => spellings.map((spelling) => quoted(`${spelling}:${help}`))).join(' ');
}
