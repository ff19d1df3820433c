import { comparingTexts } from '../i18n/comparing/texts.ts';
import type { EnvWhyReport } from '../model/env-why.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

/** Where a setting comes from, in rows. */
export function envWhySheet({ name, value, because, go, places, change, notes }: EnvWhyReport): Sheet {
  const { why } = comparingTexts().env;
  const blocks: SheetBlock[] = [
    {
      heading: why.places,
      rows: places.flatMap(({ place, where, value: written, counts, because: reason }) => [
        {
          label: why.names[place]!,
          text: written === null ? why.notThere : written === '' ? (place === 'default' ? why.nothing : why.empty) : written,
          verbatim: true,
        },
        ...(where === null ? [] : [{ label: '', text: why.at(where), verbatim: true }]),
        ...(counts ? [{ label: '', text: why.counts }] : reason === null ? [] : [{ label: '', text: why.hidden(reason) }]),
      ]),
    },
    {
      heading: why.change,
      rows: change.flatMap(({ command, says }) => [
        { label: '', text: command, verbatim: true },
        { label: '', text: says },
      ]),
    },
  ];
  const title = value === null ? why.unknown(name) : value === '' ? why.notSet(name) : why.value(name, value);
  return { title, lead: [because, why.go(go.version, go.source)], blocks: blocks.filter(({ rows }) => rows.length > 0), notes };
}
