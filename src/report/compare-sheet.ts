import { comparingLanguage, comparingTexts } from '../i18n/comparing/texts.ts';
import { textsOf } from '../i18n/texts.ts';
import type { CompareReport, ReportedChange } from '../model/compare.ts';
import { keyBlocks } from './keys-sheet.ts';
import type { Sheet, SheetBlock, SheetRow } from './sheet.ts';

type Logs = NonNullable<CompareReport['logs']>;

/** What two runs, or two states of the dependencies, differ in. */
export function compareSheet({ logs, dependencies, commits, notes }: CompareReport): Sheet {
  if (logs) return logsSheet(logs, notes);
  if (commits) return commitsSheet(commits, notes);
  return dependenciesSheet(dependencies!, notes);
}

function logsSheet(logs: Logs, notes: readonly string[]): Sheet {
  const { compare, env, keys: keyWords } = comparingTexts();
  const { label } = textsOf(comparingLanguage());
  const { good, bad, divergences, places, keys } = logs;
  const keysAlone = keys !== undefined && bad.failure === null;
  const keysTitle = keys ? keyWords.title(good.name, bad.name, keys.changed, keys.changed + keys.same, keys.reasonCount > 0) : '';
  const first = divergences[0];
  const line = first?.bad[0]?.line ?? null;
  const failures = [good, bad].flatMap(({ name, failure }) =>
    failure
      ? [
          compare.failure(
            name,
            label[failure.label as keyof typeof label] ?? failure.label,
            `${failure.title}  ${failure.code}`,
            failure.line,
          ),
        ]
      : [],
  );
  const title = keysAlone
    ? keysTitle
    : first === undefined
      ? compare.same(good.name, bad.name)
      : line === null
        ? compare.lacks(good.name, bad.name, first.good[0]?.line ?? 1)
        : compare.apart(good.name, bad.name, line);
  const value = (text: string | null) => (text === '' ? env.diff.empty : (text ?? compare.notThere));
  const versions = (list: readonly string[]) => (list.length === 0 ? compare.notThere : list.join(', '));
  const blocks: SheetBlock[] = [
    ...divergences.map((place, index) => placeBlock(place, index + 1)),
    ...(places > divergences.length ? [{ heading: compare.morePlaces(places - divergences.length), rows: [] }] : []),
    block(
      compare.modules,
      logs.modules.map((row) => ({ label: row.module, text: compare.change(versions(row.good), versions(row.bad)), verbatim: true })),
    ),
    block(
      compare.tools,
      logs.tools.map((row) => ({ label: row.name, text: compare.change(value(row.good), value(row.bad)), verbatim: true })),
    ),
    block(
      compare.settings,
      logs.settings.flatMap((row) => [
        { label: row.name, text: compare.change(value(row.good), value(row.bad)), verbatim: true },
        { label: '', text: row.because },
      ]),
    ),
    block(
      compare.missing(bad.name),
      logs.missing.map((step) => ({ label: compare.step(step.line), text: step.text, verbatim: true })),
    ),
    block(
      compare.added(bad.name),
      logs.added.map((step) => ({ label: compare.step(step.line), text: step.text, verbatim: true })),
    ),
  ];
  const filled = blocks.filter(
    ({ heading, rows }, index) =>
      rows.length > 0 || (index >= divergences.length && heading === compare.morePlaces(places - divergences.length)),
  );
  return {
    title,
    lead: [
      ...(keysAlone ? [keyWords.lead(keys.reasonCount)] : []),
      ...(keysAlone && divergences.length === 0 ? [] : [compare.counts(good.lines, bad.lines, logs.common)]),
      ...failures,
      ...(keys && !keysAlone ? [`${keysTitle}.`] : []),
      ...(logs.notReached > 0 ? [compare.notReached(logs.notReached)] : []),
    ],
    blocks: keysAlone ? [...keyBlocks(keys), ...filled] : [...filled, ...(keys ? keyBlocks(keys) : [])],
    notes,
  };
}

function placeBlock(place: Logs['divergences'][number], index: number): SheetBlock {
  const { compare } = comparingTexts();
  const side = (label: string, lines: Logs['divergences'][number]['good'], count: number): SheetRow[] => [
    // A step's heading and its command are mostly the same words.
    ...lines
      .filter(({ text }, position) => text !== lines[position - 1]?.text)
      .map(({ text }, position) => ({ label: position === 0 ? label : '', text, verbatim: true })),
    ...(count > lines.length ? [{ label: '', text: compare.more(count - lines.length) }] : []),
  ];
  const heading = compare.place(index, place.bad[0]?.line ?? null, place.good[0]?.line ?? null);
  return {
    heading: place.failure ? heading + compare.atFailure : heading,
    rows: [...side(compare.good, place.good, place.goodCount), ...side(compare.bad, place.bad, place.badCount)],
  };
}

function block(heading: string, rows: readonly SheetRow[]): SheetBlock {
  return { heading, rows };
}

function changeRow({ because, concerns, indirect }: ReportedChange): SheetRow {
  const { compare } = comparingTexts();
  return {
    label: concerns ? '>' : '',
    text: `${because}${indirect ? textsOf(comparingLanguage()).join.bracketed(compare.indirect) : ''}${concerns ? `   <- ${compare.concerns}` : ''}`,
  };
}

function dependenciesSheet(
  { files, subjects, changes, count }: NonNullable<CompareReport['dependencies']>,
  notes: readonly string[],
): Sheet {
  const { compare } = comparingTexts();
  return {
    title: compare.changesTitle(count),
    lead: [compare.between(files), ...(subjects.length > 0 ? [compare.subjects(subjects)] : [])],
    blocks: [
      { rows: changes.map(changeRow) },
      ...(count > changes.length ? [{ heading: compare.more(count - changes.length), rows: [] }] : []),
    ].filter(({ rows, ...more }) => rows.length > 0 || 'heading' in more),
    notes,
  };
}

function commitsSheet({ subjects, commits, count }: NonNullable<CompareReport['commits']>, notes: readonly string[]): Sheet {
  const { compare } = comparingTexts();
  const last = commits.find(({ concerns }) => concerns);
  const newest = commits[0];
  return {
    title: compare.commitsTitle(count),
    lead: [
      ...(subjects.length > 0 ? [compare.subjects(subjects)] : []),
      ...(last
        ? [compare.last(last.hash, last.date)]
        : subjects.length > 0
          ? [compare.none]
          : newest
            ? [compare.lastAny(newest.hash, newest.date)]
            : []),
    ],
    blocks: commits.map(({ hash, date, subject, changes }) => ({
      heading: [hash, date, subject].filter(Boolean).join('  '),
      rows: changes.map(changeRow),
    })),
    notes,
  };
}
