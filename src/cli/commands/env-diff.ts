import { causeTitles } from '../../catalog/cause-titles.ts';
import { loadPack } from '../../catalog/load.ts';
import { comparingTexts } from '../../i18n/comparing/texts.ts';
import { textsOf } from '../../i18n/texts.ts';
import type { EnvDiffReport } from '../../model/env-diff.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { goVersionIn } from '../../parse/go-version.ts';
import { type SettingsText, settingsInText } from '../../parse/settings-text.ts';
import { envDiffSheet } from '../../report/env-diff-sheet.ts';
import { isPiece, settingDifferences } from '../../settings/differences.ts';
import { expectedBelow } from '../../settings/meanings.ts';
import { type CleanText, readClean } from '../clean-lines.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { printReport } from '../tool-output.ts';
import { version } from '../version.ts';

interface SideText extends SettingsText {
  readonly name: string;
  readonly text: string;
  readonly values: ReadonlyMap<string, string>;
  readonly go: string | null;
}

/**
 * `modwhy env diff A B`: what differs between two outputs of `go env`, ranked by what it can cause. Files, logs with one in it, or `-`.
 * @throws ModwhyError E_USAGE, E_EVIDENCE for a text without one, or a reading error
 */
export async function runEnvDiff(options: Options, io: Io): Promise<number> {
  const { operands } = options;
  if (operands.length !== 2)
    throw new ModwhyError('E_USAGE', say`env diff takes two texts, such as modwhy env diff laptop.txt ci.log; found ${operands.length}`);
  const [a, b] = (await readClean(operands, io)).map(sideText) as [SideText, SideText];
  const titles = causeTitles(loadPack(options.language), textsOf(options.language).sentence);
  const { meaning, diff } = comparingTexts().env;
  const rows = settingDifferences(a.values, b.values, a.go, b.go).map(({ causes, onlyA, onlyB, ...row }) => ({
    ...row,
    onlyA: [...onlyA],
    onlyB: [...onlyB],
    because: meaning[row.meaning],
    causes: causes.map((cause) => ({ cause, ...titles.get(cause)! })),
  }));
  const report: EnvDiffReport = {
    schemaVersion: 1,
    type: 'env-diff',
    tool: { name: 'modwhy', version },
    a: shownSide(a),
    b: shownSide(b),
    differences: rows.filter(({ weight }) => weight >= expectedBelow),
    expected: rows.filter(({ weight }) => weight < expectedBelow),
    notes: [
      ...(operands[0] === operands[1] ? [diff.same] : a.text === b.text || rows.length === 0 ? [diff.equal] : []),
      ...[a, b].flatMap((side) => [
        ...(side.outputs > 1 ? [diff.outputs(side.name, side.outputs, side.from)] : []),
        ...(side.cut ? [diff.cut(side.name)] : isPiece(side.values) ? [diff.piece(side.name)] : []),
        ...(!isPiece(side.values) && side.values.size < 12 ? [diff.some(side.name)] : []),
      ]),
      diff.unseen,
    ],
    redactions: 0,
  };
  await printReport(report, envDiffSheet, { options, io, texts: [a.text, b.text], inputs: operands });
  return EXIT.done;
}

function sideText({ name, text, lines }: CleanText): SideText {
  const found = settingsInText(lines);
  if (found === null) throw new ModwhyError('E_EVIDENCE', `${name}: ${comparingTexts().env.diff.notEnv}`);
  const values = new Map([...found.settings].map(([key, { value }]) => [key, value]));
  const go = values.get('GOVERSION')?.replace(/^go/, '') ?? lines.map((line) => goVersionIn(line.text)).find((one) => one !== null) ?? null;
  return { ...found, name, text, values, go };
}

function shownSide({ name, from, go, values }: SideText): EnvDiffReport['a'] {
  const [os, arch] = [values.get('GOOS'), values.get('GOARCH')];
  return { name, line: from, go, system: os && arch ? `${os}/${arch}` : null, variables: values.size };
}
