import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { commands } from '../commands.ts';
import { nearest } from '../nearest.ts';
import { spoken } from '../told.ts';
import { comparingTopics } from './comparing.ts';
import { explainingTopics } from './explaining.ts';
import { installedTopics } from './installed.ts';
import { machineTopics } from './machine.ts';
import { manyLogsTopics } from './many-logs.ts';
import { helpText } from './overview.ts';
import { referenceTopics } from './reference.ts';
import type { HelpTopics } from './rows.ts';
import { rulesTopics } from './rules.ts';
import { runningTopics } from './running.ts';

const topics: HelpTopics = {
  help: () => [helpText().trimEnd()],
  ...referenceTopics,
  ...explainingTopics,
  ...runningTopics,
  ...manyLogsTopics,
  ...comparingTopics,
  ...machineTopics,
  ...rulesTopics,
  ...installedTopics,
};

/**
 * The text of `modwhy help [TOPIC]`.
 * @throws ModwhyError E_USAGE for a topic that does not exist
 */
export function helpTopic(topic: string | undefined): string {
  const name = topic ?? 'help';
  if (Object.hasOwn(topics, name)) return `${[...topics[name]!(), ...common(name)].join('\n')}\n`;
  const near = nearest(name, Object.keys(topics));
  throw new ModwhyError('E_USAGE', say`no help about "${name}"${near ? say`, did you mean: modwhy help ${near}` : ''}`);
}

/** The flags of all commands stand in the overview, which is a part of the help of explain. */
function common(name: string): string[] {
  const elsewhere = name !== 'help' && name !== 'explain' && commands.some((command) => command.name === name);
  return elsewhere ? ['', spoken('Common flags: modwhy help')] : [];
}

/** What `modwhy help` knows: every command, and what belongs to several. */
export function helpTopics(): string[] {
  return Object.keys(topics);
}
