import type { Texts } from '../../i18n/texts.ts';
import type { FailureRow, HistoryPage } from '../../model/history.ts';
import { causeName } from '../text-hypothesis.ts';

/** Code and title of every cause, by its slug. */
export type CauseTitles = ReadonlyMap<string, { readonly code: string; readonly title: string }>;

/** How causes and failures are called on a page. */
export interface Names {
  cause(slug: string): { readonly code: string; readonly title: string };
  /** What a failure is about: a module with its version, a host, a path; empty where nothing is known. */
  subject(failure: Pick<FailureRow, 'module' | 'version' | 'host' | 'path'>): string;
}

/** @param titles of the catalog; without them a cause is called by the words of its slug */
export function namesOf({ failures }: Pick<HistoryPage, 'failures'>, titles: CauseTitles, texts: Texts): Names {
  const codes = new Map(failures.flatMap(({ cause, code }) => (cause !== null && code !== null ? [[cause, code] as const] : [])));
  return {
    cause(slug) {
      const known = titles.get(slug);
      return { code: known?.code ?? codes.get(slug) ?? '', title: known?.title ?? causeName(slug, texts) };
    },
    subject: ({ module, version, host, path }) =>
      module === null ? (host ?? path ?? '') : version === null ? module : `${module}@${version}`,
  };
}
