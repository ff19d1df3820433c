import type { DockerFile, DockerStage, SettingLine } from '../model/evidence.ts';

// Docker's reference of Dockerfile instructions.
const instruction =
  /^\s*(FROM|ARG|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\s+(.*)$/is;

interface Instruction {
  readonly word: string;
  readonly rest: string;
  readonly line: number;
}

/** Reads a Dockerfile; null for anything else. */
export function readDockerfile(lines: readonly string[]): DockerFile | null {
  const all = instructions(lines);
  if (all === null || !all.some(({ word }) => word === 'FROM') || !/^(?:FROM|ARG)$/.test(all[0]!.word)) return null;
  const stages: (DockerStage & { settings: SettingLine[]; steps: DockerStage['steps'][number][] })[] = [];
  for (const { word, rest, line } of all) {
    const stage = stages.at(-1);
    if (word === 'FROM') {
      const image = /^(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/i.exec(rest)?.[1] ?? rest;
      stages.push({ image, settings: [], steps: [], line });
    } else if (word === 'ENV') {
      const found = pairs(rest).map(([name, value]) => ({ name, value, everywhere: true, line }));
      stage?.settings.push(...found.filter(({ value }) => !value.includes('$')));
    } else if (word === 'COPY' || word === 'ADD') stage?.steps.push({ does: 'COPY', text: rest, line });
    else if (word === 'RUN') stage?.steps.push({ does: 'RUN', text: rest, line });
  }
  // A stage that runs no go command has no part in it.
  const going = stages.filter(({ steps }) =>
    steps.some(({ does, text }) => does === 'RUN' && /\bgo (?:mod|build|get|install|test|run|list|vet)\b/.test(text)),
  );
  const settings = going.length === 1 ? going[0]!.settings : [];
  return { kind: 'Dockerfile', settings, stages };
}

/** Instructions with their continued lines; null where a line is none. */
function instructions(lines: readonly string[]): Instruction[] | null {
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index]!;
    if (/^\s*(?:#|$)/.test(first)) continue;
    const line = index + 1;
    const parts = [first];
    while (/[\\`]\s*$/.test(parts.at(-1)!) && index + 1 < lines.length) {
      parts[parts.length - 1] = parts.at(-1)!.replace(/[\\`]\s*$/, '');
      // A comment may stand between continued lines.
      do parts.push(lines[++index]!);
      while (/^\s*#/.test(parts.at(-1)!) && index + 1 < lines.length && parts.pop() !== undefined);
    }
    const opened = instruction.exec(parts.join(' ').slice(0, 65_536));
    if (!opened) return null;
    const word = opened[1]!.toUpperCase();
    let rest = opened[2]!;
    const document = /^(?:RUN|COPY|ADD)$/.test(word) ? /<<-?["']?(\w{1,60})["']?/.exec(rest)?.[1] : undefined;
    if (document !== undefined) {
      const body: string[] = [];
      while (++index < lines.length && lines[index]!.trim() !== document) body.push(lines[index]!);
      rest += `\n${body.join('\n')}`;
    }
    found.push({ word, rest: rest.trim(), line });
  }
  return found.length > 0 ? found : null;
}

/** `A=b C="d e"`, or the older `A b`. */
function pairs(text: string): [name: string, value: string][] {
  const old = /^([A-Za-z_]\w{0,100})\s+([^=].*)$/s.exec(text);
  if (old && !/^\S+=/.test(text)) return [[old[1]!, old[2]!.trim()]];
  return [...text.matchAll(/([A-Za-z_]\w{0,100})=(?:"([^"\n]{0,4000})"|'([^'\n]{0,4000})'|(\S{0,4000}))/g)].map(
    ([, name, double, single, bare]) => [name!, double ?? single ?? bare ?? ''],
  );
}
