import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading, markTime } from './mark.ts';
import { beforeDigit } from './near-digit.ts';
import { createTimeOfDay } from './time-of-day.ts';

// A downloaded log has `[14:02:11]W:`, a letter for the kind of message, and tabs for its depth; a copied one only the time and the step.
const stamp = /^\[(\d\d):(\d\d):(\d\d)\](?:([ A-Za-z]) ?:)?[\t ]{0,40}/;
const block = /^\[(Step \d{1,3}\/\d{1,3}|[^\]\n]{1,60})\] ?/;
const title = /^Step \d{1,3}\/\d{1,3}: /;
const exited = /^Process exited with code (-?\d{1,10})(?: \(Step: .{1,200}\))?$/;
const started = /^(?:Starting|Executing command): (.+)$/;
const ownScript = /[\\/]agentTmp[\\/]custom_script/;
const own =
  /^(?:in directory: |Step .{1,200} failed$|The build (?:step|problem) |Build finished$|Publishing (?:internal )?artifacts|Content of .{1,200} file:)/;
// https://www.jetbrains.com/help/teamcity/service-messages.html
const message =
  /^##teamcity\[(?:message (?:[a-z]{1,20}='[^']{0,40}' )?text|buildProblem (?:identity='[^']{0,100}' )?description)='((?:[^'|]|\|.){0,4000})'/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\n', "'": "'", '|': '|', '[': '[', ']': ']' };

/** The build log of TeamCity. */
export const teamcity: Dialect = {
  name: 'teamcity',
  signs: ['##teamcity[', { near: beforeDigit('['), pattern: /\[\d\d:\d\d:\d\d\]/ }],
  rewrites: ['##teamcity['],
  create() {
    const timeOfDay = createTimeOfDay();
    let step = '';
    return {
      read(line) {
        if (line.text.startsWith('##teamcity[')) return readServiceMessage(line);
        const match = line.text.charCodeAt(0) === 0x5b ? stamp.exec(line.text) : null;
        if (!match) return false;
        const [whole, hours, minutes, seconds, kind] = match;
        const rest = line.text.slice(whole.length);
        const inside = block.exec(rest);
        // Other programs write the time in brackets too.
        if (kind === undefined && !inside?.[1]?.startsWith('Step ') && !title.test(rest)) return false;
        line.text = inside ? rest.slice(inside[0].length) : rest;
        markTime(line, timeOfDay(hours!, minutes!, seconds!), 'relative');
        // A tool inside a step has a block of its own, deeper by a tab.
        if (title.test(line.text)) step = '';
        else if (inside?.[1]?.startsWith('Step ')) step = inside[1];
        if (step !== '' && inside !== null) addLane(line, step);
        return readText(line);
      },
    };
  },
};

function readText(line: Line): true {
  const { text } = line;
  if (text.startsWith('##teamcity[')) return readServiceMessage(line);
  const exit = exited.exec(text);
  if (exit) return markExit(line, Number(exit[1]));
  const command = started.exec(text);
  if (command) return ownScript.test(command[1]!) ? markHeading(line) : markCommand(line, command[1]!);
  return title.test(text) || own.test(text) ? markHeading(line) : true;
}

function readServiceMessage(line: Line): true {
  const text = message.exec(line.text)?.[1];
  if (text === undefined) return markHeading(line);
  line.text = text.replace(/\|(.)/g, (whole, sign: string) => escapes[sign] ?? whole);
  return true;
}
