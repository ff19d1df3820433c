import { type CompletionFlag, type CompletionWords, commonFlags, flagsOf, spellingsOf } from './words.ts';

/** For PowerShell 5.1 and newer. Where it offers nothing, PowerShell itself completes files. */
export function powershellCompletion(words: CompletionWords): string {
  const valued = words.flags.filter(({ takesValue }) => takesValue);
  const list = (texts: readonly string[]) => `@(${texts.map(literal).join(', ')})`;
  const table = (rows: readonly (readonly [string, string])[]) => rows.map(([name, value]) => `    ${literal(name)} = ${value}`).join('\n');
  const pairs = (flags: readonly CompletionFlag[]) => list(spellingsOf(flags));
  return `# PowerShell completion for modwhy: modwhy completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName modwhy -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $help = @{
${table([...words.commands.map(({ name, help }) => [name, literal(help)] as const), ...words.flags.flatMap(({ spellings, help }) => spellings.filter((spelling) => spelling.startsWith('--')).map((spelling) => [spelling, literal(help)] as const))])}
  }
  $flags = @{
${table(words.commands.map(({ name }) => [name, pairs(flagsOf(name, words))] as const))}
  }
  $operands = @{
${table(words.commands.filter(({ operands }) => operands.length > 0).map(({ name, operands }) => [name, list(operands)] as const))}
  }
  $values = @{
${table(valued.flatMap(({ spellings, values }) => spellings.filter((spelling) => spelling.startsWith('--')).map((spelling) => [spelling, list(values)] as const)))}
  }
  $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($typed -ccontains '--') { return }
  $command = $null
  $count = 0
  for ($i = 0; $i -lt $typed.Count; $i++) {
    if ($typed[$i] -clike '-*') { if (${list(spellingsOf(valued))} -ccontains $typed[$i]) { $i++ } }
    elseif ($null -eq $command) { $command = $typed[$i] }
    else { $count++ }
  }
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $found = if ($values.ContainsKey($before)) { $values[$before] }
    elseif ($wordToComplete -clike '-*') { if ($command -and $flags.ContainsKey($command)) { $flags[$command] } else { ${pairs(commonFlags(words))} } }
    elseif ($null -eq $command) { ${list(words.commands.map(({ name }) => name))} }
    elseif ($count -eq 0 -and $operands.ContainsKey($command)) { $operands[$command] }
    else { @() }
  $found | Where-Object { $_ -clike "$wordToComplete*" } | ForEach-Object {
    $text = if ($help.ContainsKey($_)) { $help[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $text)
  }
}
`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
