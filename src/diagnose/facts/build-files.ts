import type { DockerStage, SettingLine } from '../../model/evidence.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';
import { goEnvFacts } from './go-env.ts';
import { isOlderGo } from './go-order.ts';

const goCommand = /\bgo (?:mod (?:download|tidy|vendor|verify)|build|get|install|test|run|list|vet|generate)\b/;
const fetching = /\bgo (?:mod (?:download|tidy)|build|get|install|test|run|list)\b/;
const required = /\b(?:requires|needs) go ?(?:>= ?|version )?(?:go)?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)/;

/** Facts from a Dockerfile: what stands before the first go command of each stage. */
export function dockerFacts(file: FileOf<'Dockerfile'>, about: About, words: FactWords): Seen[] {
  return [...settingFacts(file.settings, about, words), ...file.stages.flatMap((stage) => stageFacts(stage, about, words))];
}

function stageFacts({ image, line, settings, steps }: DockerStage, about: About, words: FactWords): Seen[] {
  const at = steps.findIndex(({ does, text }) => does === 'RUN' && goCommand.test(text));
  if (at < 0) return [];
  const seen: Seen[] = [];
  const run = steps[at]!;
  const before = steps.slice(0, at);
  const copied = before.filter(({ does }) => does === 'COPY').flatMap(({ text }) => sourcesOf(text));
  const has = (name: string) => copied.some((source) => covers(source, name)) || /--mount=type=bind/.test(run.text);
  const vendoring = settings.find(({ name, value }) => name === 'GOFLAGS' && /-mod=vendor\b/.test(value));
  const builds = steps.find(({ does, text }) => does === 'RUN' && /\bgo (?:build|test|install|vet|run|list)\b/.test(text));
  const beforeBuild = builds
    ? steps.slice(0, steps.indexOf(builds)).flatMap(({ does, text }) => (does === 'COPY' ? sourcesOf(text) : []))
    : copied;
  const vendorLine = vendoring?.line ?? (builds && /-mod=vendor\b/.test(builds.text) ? builds.line : null);
  const made = steps.some(({ does, text }) => does === 'RUN' && /\bgo (?:mod|work) vendor\b/.test(text));
  if (vendorLine !== null && !made && !beforeBuild.some((source) => covers(source, 'vendor')))
    seen.push({ id: 'docker-file-no-vendor', line: vendorLine, says: words['docker-file-no-vendor'] });
  if (copied.some((source) => /(?:^|\/)go\.mod$/.test(source)) && !has('go.sum'))
    seen.push({ id: 'docker-file-no-sum', line: run.line, says: words['docker-file-no-sum'] });
  const earlier = [...before.map(({ text }) => text), run.text].join('\n');
  if (fetching.test(run.text) && !/--mount=type=(?:secret|ssh)|netrc|\.ssh\b|git config|GOAUTH|credential/i.test(earlier))
    seen.push({ id: 'docker-file-no-secret', line: run.line, says: words['docker-file-no-secret'] });
  if (/^(?:\S+\/)?golang:\S*alpine/.test(image) && !/\bapk\b[^\n]*\bgit\b/.test(earlier))
    seen.push({ id: 'docker-file-no-git', line, says: words['docker-file-no-git'] });
  const version = /^(?:\S+\/)?golang:(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)/.exec(image)?.[1];
  if (version !== undefined) seen.push(...olderGo(version, line, about, words));
  return seen;
}

/** Facts from the configuration of a CI system. */
export function ciFacts(file: FileOf<'CI file'>, about: About, words: FactWords): Seen[] {
  const seen = settingFacts(file.settings, about, words);
  const cut = file.goVersions.find((one) => one.cut);
  // Where the version that was meant is too old as well, quotes would not help.
  const meant = cut ? olderGo(`${cut.version}0`, cut.line, about, words) : [];
  if (cut && meant.length === 0) seen.push({ id: 'ci-file-go-number', line: cut.line, says: words['ci-file-go-number'](cut.version) });
  seen.push(...meant);
  const [first, ...others] = file.goVersions;
  // One of several may have been another job's.
  if (first && !cut && others.every(({ version }) => version === first.version))
    seen.push(...olderGo(first.version, first.line, about, words));
  const fixed = file.caches.find((one) => one.fixed);
  if (fixed) seen.push({ id: 'ci-file-cache-fixed', line: fixed.line, says: words['ci-file-cache-fixed'] });
  if (file.caches[0] && file.ownCaches[0])
    seen.push({ id: 'ci-file-two-caches', line: file.caches[0].line, says: words['ci-file-two-caches'](file.ownCaches[0].line) });
  return seen;
}

/** Facts from what `go version` printed. */
export function goVersionFacts({ go }: FileOf<'go version'>, about: About, words: FactWords): Seen[] {
  return olderGo(go.version, go.line, about, words);
}

/** The same facts as of `go env`: a variable that a file sets for every job. */
function settingFacts(settings: readonly SettingLine[], about: About, words: FactWords): Seen[] {
  const named = settings.filter(({ everywhere }) => everywhere).map(({ name, value, line }) => [name, { value, line }] as const);
  return goEnvFacts({ settings: new Map(named) }, about, words);
}

/** The version that the messages ask for is newer than the one that is given here. */
function olderGo(version: string, line: number, { texts }: About, words: FactWords): Seen[] {
  const wanted = texts.map((text) => required.exec(text)?.[1]).find((one) => one !== undefined);
  if (wanted === undefined) return [];
  // A tag such as 1.22 stands for the newest release of it.
  const asked = version.split('.').length < 3 ? wanted.split('.').slice(0, 2).join('.') : wanted;
  return isOlderGo(version, asked) ? [{ id: 'file-go-older', line, says: words['file-go-older'](version, wanted) }] : [];
}

/** What a COPY takes, without its flags and the target. A copy from another stage says nothing of the files here. */
function sourcesOf(text: string): string[] {
  if (/--from=/.test(text)) return [];
  const list = /^\s*(?:--\S+\s+)*\[(.*)\]\s*$/s.exec(text)?.[1];
  const found = list === undefined ? text.split(/\s+/) : list.split(',').map((one) => one.trim().replace(/^"|"$/g, ''));
  return found.filter((one) => one !== '' && !one.startsWith('--')).slice(0, -1);
}

function covers(source: string, name: string): boolean {
  const plain = source.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.' || plain === '*') return true;
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  if (last === name) return true;
  const star = last.indexOf('*');
  return star >= 0 && name.startsWith(last.slice(0, star)) && name.endsWith(last.slice(last.lastIndexOf('*') + 1));
}
