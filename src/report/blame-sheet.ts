import { comparingTexts } from '../i18n/comparing/texts.ts';
import type { BlameReport } from '../model/blame.ts';
import type { Sheet, SheetBlock, SheetRow } from './sheet.ts';

/** Who pulls a module in, in rows. */
export function blameSheet(report: BlameReport): Sheet {
  const { blame } = comparingTexts();
  const { module, asked, version, versionFrom, main, chains, requirers, others, required, replacedBy, excluded, packages, next, notes } =
    report;
  const shown = asked ?? version;
  const name = shown === null ? module : `${module} ${shown}`;
  const lead = [
    ...(main ? [blame.isMain(module)] : version !== null && versionFrom !== null ? [blame.from[versionFrom](version)] : []),
    ...(asked !== null && requirers === 0
      ? [blame.neverAsked(asked)]
      : asked !== null && version !== null && asked !== version
        ? [blame.notUsed(asked, version)]
        : []),
    blame.sources(report.sources.map((source) => `${source.name} (${source.kind})`)),
  ];
  const row = (label: string, text: string): SheetRow => ({ label, text });
  const facts: SheetRow[] = [
    ...others.map((other, index) => row(index === 0 ? blame.others : '', `${other.version} ${blame.by(other.by, other.count)}`)),
    ...(required ? [row(blame.goMod, blame.line(required.line, required.version, required.indirect))] : []),
    ...(replacedBy === null ? [] : [row(blame.replaced, blame.replacedBy(replacedBy))]),
    ...(excluded.length === 0 ? [] : [row(blame.excluded, excluded.join(', '))]),
    ...(packages === null
      ? []
      : packages.length === 0
        ? [row(blame.packages, blame.notNeeded)]
        : packages.map((one, index) => row(index === 0 ? blame.packages : '', one))),
  ];
  const blocks: SheetBlock[] = [
    ...chains.map(({ modules, used }, index) => ({
      heading: blame.chain(index + 1, modules[0] ?? '', used),
      rows: modules.slice(1).map((one) => ({ label: blame.requires, text: one.replace('@', ' '), verbatim: true })),
    })),
    ...(requirers > chains.length && chains.length > 0 ? [{ heading: blame.more(requirers - chains.length), rows: [] }] : []),
    { rows: facts },
    { heading: blame.next, rows: next.flatMap(({ command, says }) => [{ label: '', text: command, verbatim: true }, row('', says)]) },
  ];
  return {
    title: shown === null && !main ? blame.nobody(module) : blame.title(name, requirers),
    lead,
    blocks: blocks.filter(({ heading, rows }) => rows.length > 0 || (heading !== undefined && heading !== blame.next)),
    notes,
  };
}
