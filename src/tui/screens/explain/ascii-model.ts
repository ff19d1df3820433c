import { guardText } from '../../../report/guard.ts';
import type { Block } from '../../view/block.ts';
import type { Model, Reading } from './model.ts';

const ascii = (text: string) => guardText(text, { ascii: true, lines: true });

/** The same model with nothing outside ASCII on the screen. What is copied or opened keeps its true characters. */
export function asciiModel(model: Model): Model {
  return {
    ...model,
    name: ascii(model.name),
    notes: model.notes.map(ascii),
    readings: model.readings.map(asciiReading),
    timeline: model.timeline.map(asciiBlock),
  };
}

function asciiReading(reading: Reading): Reading {
  return {
    ...reading,
    title: ascii(reading.title),
    group: reading.group === null ? null : ascii(reading.group),
    why: reading.why.map(asciiBlock),
    fix: reading.fix.map(asciiBlock),
  };
}

function asciiBlock(block: Block): Block {
  return { ...block, text: ascii(block.text), note: block.note === null ? null : ascii(block.note) };
}
