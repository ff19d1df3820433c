import type { LogSource } from '../../log/log-source.ts';
import type { Block } from '../../view/block.ts';
import { words } from '../../words.ts';
import type { Model, Reading } from './model.ts';
import { blockAtCursor, panes, type State } from './state.ts';

/**
 * The explained log as sentences, for people who listen to it: all of it at first, later what changed.
 * @param before what was said last; null when nothing was
 */
export function speakExplain(state: State, before: State | null, log: LogSource): string[] {
  if (before === null) return whole(state.model);
  if (state.log) return state.log.line === before.log?.line && before.log ? [] : [logLine(state, log)];
  const reading = state.model.readings[state.reading]!;
  if (state.model.shell !== before.model.shell) return fixSentences(reading);
  if (state.reading !== before.reading) return [causeSentence(state.model, state.reading), ...aboutReading(reading)];
  if (before.log || state.focus !== before.focus) return [paneSentence(state), ...here(state)];
  return blockAtCursor(state) === blockAtCursor(before) ? [] : here(state);
}

function whole(model: Model): string[] {
  return [
    words.speak.log(model.name, model.headline, model.lines),
    ...model.notes,
    ...model.readings.map((_, index) => causeSentence(model, index)),
    ...aboutReading(model.readings[0]!),
    ...(model.timeline.length > 0 ? [words.speak.timeline(model.timeline.length)] : []),
  ];
}

function causeSentence({ readings }: Model, index: number): string {
  const { label, code, title, group } = readings[index]!;
  const sentence = words.speak.cause(index + 1, readings.length, label, code, title);
  return group === null ? sentence : `${group}. ${sentence}`;
}

function aboutReading(reading: Reading): string[] {
  return [words.pane.why, ...sentences(reading.why), ...fixSentences(reading)];
}

function fixSentences({ fix }: Reading): string[] {
  return [words.pane.fix, ...sentences(fix)];
}

/** A label stands for all that follow it, which can be seen but not heard. */
function sentences(blocks: readonly Block[]): string[] {
  let label = '';
  return blocks.map((item) => {
    label = item.label || (item.opens ? '' : label);
    return sentence({ ...item, label });
  });
}

function sentence({ label, line, text, note }: Block): string {
  const place = line === null ? '' : words.speak.line(line);
  return `${[label, place].filter(Boolean).join(', ')}${label || place ? words.colon : ''}${text}${note ? ` (${note})` : ''}`;
}

function paneSentence(state: State): string {
  return words.speak.pane(words.pane[state.focus], panes.indexOf(state.focus) + 1, panes.length);
}

function here(state: State): string[] {
  const item = blockAtCursor(state);
  return item ? [sentence(item)] : [causeSentence(state.model, state.reading)];
}

function logLine({ log: zoom, model, reading }: State, log: LogSource): string {
  const { line } = zoom!;
  const text = log.lines(line, 1)[0]?.text ?? '';
  return words.speak.logLine(line, model.lines, model.readings[reading]!.evidence.has(line), text);
}
