import { styleText } from 'node:util';
import type { Label, Verdict } from '../model/report.ts';

/** Colours by meaning. Every one stands beside a word that says the same. */
export interface Paint {
  heading(text: string): string;
  verdict(verdict: Verdict, text: string): string;
  label(label: Label, text: string): string;
  row(text: string): string;
  command(text: string): string;
  quiet(text: string): string;
}

const plain = (text: string) => text;
const none: Paint = { heading: plain, verdict: (_, text) => text, label: (_, text) => text, row: plain, command: plain, quiet: plain };

type Format = Parameters<typeof styleText>[0];
const style = (format: Format) => (text: string) => styleText(format, text, { validateStream: false });

const VERDICT: Readonly<Record<Verdict, Format>> = {
  'module-failure': ['bold', 'red'],
  'not-module': ['bold', 'yellow'],
  unknown: ['bold', 'magenta'],
  'no-failure': ['bold', 'green'],
};
const LABEL: Readonly<Record<Label, Format>> = { 'very-likely': ['bold', 'red'], likely: 'red', possible: 'yellow', unlikely: 'dim' };

const coloured: Paint = {
  heading: style('bold'),
  verdict: (verdict, text) => style(VERDICT[verdict])(text),
  label: (label, text) => style(LABEL[label])(text),
  row: style('cyan'),
  command: style('bold'),
  quiet: style('dim'),
};

/** @param allowed false: every function gives its text back unchanged */
export function createPaint(allowed: boolean): Paint {
  return allowed ? coloured : none;
}
