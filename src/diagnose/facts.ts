import type { Evidence } from '../model/evidence.ts';
import type { Finding, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { ciFacts, dockerFacts, goVersionFacts } from './facts/build-files.ts';
import { doctorFacts } from './facts/doctor.ts';
import type { About, FactWords, FileOf, Seen } from './facts/fact.ts';
import { goEnvFacts } from './facts/go-env.ts';
import { goModFacts } from './facts/go-mod.ts';
import { goModulesFacts } from './facts/go-modules.ts';
import { goSumFacts } from './facts/go-sum.ts';
import { goWorkFacts } from './facts/go-work.ts';
import { harFacts } from './facts/har.ts';
import { modulesTxtFacts } from './facts/modules-txt.ts';
import { gitConfigFacts, hostsFacts, netrcFacts, resolvConfFacts } from './facts/network-files.ts';
import { proxyLogFacts } from './facts/proxy-log.ts';
import { type Traced, traceFacts } from './facts/trace.ts';
import { transcriptFacts } from './facts/transcript.ts';
import { vendorDiffers } from './facts/vendor-differs.ts';
import { ownPathOf, ownPathsIn } from './own-path.ts';
import { splitCaptures } from './packages.ts';

/** What the files beside the log show about one problem, as findings that only support: the first file that shows a fact counts. */
export function factsAbout(about: About, files: readonly Evidence[], words: FactWords): Finding[] {
  const findings = new Map<string, Finding>();
  for (const file of files) {
    for (const seen of factsOf(file, about, words)) if (!findings.has(seen.id)) findings.set(seen.id, toFinding(seen, file));
  }
  const differs = vendorDiffers(files, about, words);
  if (differs) findings.set(differs.seen.id, toFinding(differs.seen, differs.file));
  // A workspace has several go.sum files, and one of them is enough.
  if (findings.has('sum-file-has-line')) findings.delete('sum-file-lacks-line');
  return [...findings.values(), ...files.flatMap((file) => errorsOf(file, about))];
}

/** What go said of the module of the problem in a file; what the log says itself counts there. */
function errorsOf(file: Evidence, { module, texts }: About): Finding[] {
  if (file.kind !== 'go modules' || module === null) return [];
  const isNew = ({ unit }: Finding) => !texts.some((text) => text.includes(unit.text.slice('go: '.length)));
  return (file.found ?? []).flatMap(({ path, finding }) => (path === module && isNew(finding) ? [finding] : []));
}

type Check<K extends Evidence['kind']> = (file: FileOf<K>, about: About, words: FactWords) => Seen[];

/** One check for each kind of file. */
const checks: { readonly [K in Evidence['kind']]: Check<K> } = {
  'go env': goEnvFacts,
  'go modules': goModulesFacts,
  'go version': goVersionFacts,
  'go.mod': goModFacts,
  'go.sum': goSumFacts,
  'go.work': goWorkFacts,
  'modules.txt': modulesTxtFacts,
  netrc: netrcFacts,
  'git config': gitConfigFacts,
  Dockerfile: dockerFacts,
  'CI file': ciFacts,
  'resolv.conf': resolvConfFacts,
  hosts: hostsFacts,
  HAR: harFacts,
  doctor: doctorFacts,
  'proxy log': proxyLogFacts,
  transcript: transcriptFacts,
};

function factsOf(file: Evidence, about: About, words: FactWords): Seen[] {
  return (checks[file.kind] as Check<Evidence['kind']>)(file, about, words);
}

/** What the log itself shows, outside the messages, of a problem with packages: some are below the path of the module that is built. */
export function factsInLog({ packages }: About, lines: () => readonly Line[], words: FactWords): Finding[] {
  if (packages.length === 0) return [];
  const own = ownPathsIn(lines());
  const first = packages.find((path) => ownPathOf(path, own));
  if (first === undefined) return [];
  const { line } = ownPathOf(first, own)!;
  const isOwn = (path: string) => ownPathOf(path, own) !== undefined;
  const seen: Seen = {
    id: 'log-own-path',
    line: line.number,
    says: words['log-own-path'](first),
    captures: splitCaptures(packages, isOwn),
  };
  const others: Seen = { id: 'others-than-own-path', line: line.number, says: words['others-than-own-path'] };
  return (packages.every(isOwn) ? [seen] : [seen, others]).map((one) => finding(one, line));
}

/** What traces in the log show about one problem. */
export function factsInTraces(about: About, traced: Traced | null, words: FactWords): Finding[] {
  if (!traced) return [];
  return traceFacts(about, traced, words).flatMap((seen) => {
    const line = traced.lineOf(seen.line);
    return line ? [finding(seen, line)] : [];
  });
}

function toFinding(seen: Seen, file: Evidence): Finding {
  const text = file.textOf(seen.line).trim();
  const place = { number: seen.line, offset: file.offsetOf(seen.line), text };
  return { ...finding(seen, { ...place, kind: 'output', time: null, clock: 'order', lane: '' }), file: file.name };
}

function finding({ id, says, captures = {} }: Seen, line: Line): Finding {
  const { text } = line;
  const unit: Unit = { text, lines: [line], segment: -1, aboutModules: true };
  const signal = {
    id,
    literals: [],
    needs: [],
    pattern: '',
    native: true,
    captures: {},
    observer: 'local',
    generic: false,
    role: 'context',
    speaks: [],
  } as const;
  return { signal, unit, start: 0, end: text.length, line, captures, observer: 'local', share: 1, reduced: null, says };
}
