import { type Captures, fillSentence } from '../catalog/template.ts';
import type { CacheFinding } from '../model/cache.ts';
import type { Cause, Pack } from '../model/catalog.ts';
import type { ReportStep } from '../model/report.ts';
import { planRemedies } from '../remedy/plan.ts';
import { runStep } from '../remedy/step.ts';
import type { Finding } from './finding.ts';
import { kindOf } from './kinds.ts';

/** The causes of the catalog by their slugs. */
export function causesOf(pack: Pack): ReadonlyMap<string, Cause> {
  const causes = new Map<string, Cause>();
  for (let position = 0; ; position++) {
    const cause = pack.cause(position) as Cause | undefined;
    // Behind the causes come the playbooks, which have no code.
    if (cause?.code === undefined) return causes;
    causes.set(cause.id, cause);
  }
}

/** The cause whose error go shows for a finding, and what the catalog says against it. */
export function explainedBy(
  { kind, module, version, files, cause = kindOf(kind).cause }: Finding,
  causes: ReadonlyMap<string, Cause>,
): Pick<CacheFinding, 'explains' | 'remedies' | 'discouraged'> {
  const found = cause === null ? undefined : causes.get(cause);
  if (!found) return { explains: null, remedies: [], discouraged: [] };
  const captures: Captures = {
    ...(module === undefined ? {} : { module: { type: 'module', value: module } }),
    ...(version === undefined ? {} : { version: { type: 'version', value: version } }),
    ...(files[0] === undefined ? {} : { path: { type: 'path', value: files[0] } }),
  };
  return {
    explains: { cause: found.id, code: found.code, title: fillSentence(found.title, captures) },
    remedies: planRemedies(found, captures, new Set(), () => null),
    discouraged: found.discouraged.map(({ what, because }) => ({
      what: fillSentence(what, captures),
      because: fillSentence(because, captures),
    })),
  };
}

/** What ends it, and touches nothing else. A name that cannot be typed gives no command. */
export function fixSteps({ remove, command }: Finding): ReportStep[] {
  const { files = [], folders = [] } = remove ?? {};
  const commands = [
    ...folders.flatMap((folder) => [
      ['chmod', '-R', 'u+w', folder],
      ['rm', '-rf', folder],
    ]),
    ...(files.length > 0 ? [['rm', '-f', ...files]] : []),
    ...(command ? [[...command]] : []),
  ];
  if (!commands.flat().every(canBeTyped)) return [];
  return commands.map((argv) => runStep(argv, {}, { cwd: null, changes: [] }));
}

function canBeTyped(word: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.test(word);
}
