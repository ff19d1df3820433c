import type { Segment, Unit } from '../model/finding.ts';

export type Kind = 'module-failure' | 'not-module';

// cmd/go refuses an unknown GOOS before it looks at any module.
const notAboutModules = new Set(['env.target-invalid']);

// Commands that handle modules, and `PKG@version` arguments. Everything else a go command can be told wrong is not about modules.
const handlesModules =
  /\bgo (?:get|install|mod|work|tool)\b|\bgo list (?:\S+ )*-m\b|\S@(?:v\d|latest\b|upgrade\b|patch\b)|-mod(?:file|cacherw)?=|\bGOFLAGS\b|\bgo\.(?:mod|work)\b|\bmodules?\b/;
const goCommand = /\bgo (?:build|clean|doc|env|fix|fmt|generate|list|run|telemetry|test|vet|version|bug|help)\b/;

/**
 * What a cause makes of its incident. A wrong flag or argument is a module failure only for commands that handle modules;
 * the command decides, or, when the log does not echo it, what the message quotes.
 */
export function kindOf(cause: string, segment: Segment, units: readonly Unit[]): Kind {
  if (cause.startsWith('not-module.') || notAboutModules.has(cause)) return 'not-module';
  if (cause !== 'command.usage') return 'module-failure';
  const said = units.map((unit) => unit.text).join('\n');
  if (handlesModules.test(said)) return 'module-failure';
  const command = segment.command?.text ?? '';
  if (handlesModules.test(command)) return 'module-failure';
  return goCommand.test(said) || goCommand.test(command) ? 'not-module' : 'module-failure';
}
