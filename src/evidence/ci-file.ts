import type { At, CiFile, SettingLine } from '../model/evidence.ts';
import { blockAround, indentOf, unquoted } from './yaml-lines.ts';

// What decides for one system alone, of its own documentation. `all` must be there. No space at the start may be a line end: many empty lines would be read
// from each of them on.
const systems: readonly { readonly system: CiFile['system']; readonly all: readonly RegExp[] }[] = [
  { system: 'Jenkins', all: [/^[ \t]*(?:pipeline|node(?:\s*\([^)\n]{0,200}\))?)\s*\{/m, /^[ \t]*(?:stage\s*\(|steps\s*\{|sh\s)/m] },
  { system: 'GitHub Actions', all: [/^jobs:\s*(?:#.*)?$/m, /^[ \t]+(?:-\s+)?(?:uses|runs-on):\s*\S/m, /^['"]?on['"]?:|^[ \t]+runs-on:/m] },
  { system: 'CircleCI', all: [/^version:\s*["']?2(?:\.\d)?["']?\s*$/m, /^(?:jobs|workflows|orbs):/m] },
  {
    system: 'Azure Pipelines',
    all: [/^(?:trigger|pr|pool|steps|stages|jobs|variables):/m, /^[ \t]*-\s+(?:task|checkout|bash|pwsh|job|stage):\s*\S|^pool:/m],
  },
  {
    system: 'GitLab CI',
    all: [/^[ \t]+(?:-\s+)?script:/m, /^(?:stages|image|default|before_script|variables|cache|include|workflow|[\w.-]{1,80}):/m],
  },
];

const settingName = /^(?:GO[A-Z0-9]{2,20}|HTTPS?_PROXY|NO_PROXY)$/;
const opensSettings = /^\s*(?:-\s+)?(?:env|variables|environment)\s*(?::\s*(?:#.*)?$|\{\s*$)/;
const goVersion = /^\s*(?:-\s+)?(go-version|version|image)\s*:\s*(.*)$/;
const image = /^(?:[\w.-]{1,100}\/){0,4}(?:golang|go):(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)/;
const cacheStep = /(?:actions\/cache(?:\/\w+)?@|Cache@\d|(?:save|restore)_cache:|^[ \t]*cache:)/m;
const goFolder = /pkg\/mod|GOMODCACHE|\.go\/|go-build|GOCACHE|GOPATH/;
// What a key that follows the content, or the run, has in it.
const changes = /hashFiles|checksum|go\.(?:sum|mod|work)|sha|commit|revision|run_|run-|build_?(?:id|num)|epoch|date|week|files:/i;
const tolerant = /^\s*(?:-\s+)?(?:continue-on-error|continueOnError|allow_failure)\s*:\s*true\b|^\s*catchError\b|\|\|\s*true\s*["']?$/;

/** Reads the configuration of a CI system, line by line; null for anything else. */
export function readCiFile(lines: readonly string[]): CiFile | null {
  const text = lines.join('\n');
  const system = systems.find(({ all }) => all.every((pattern) => pattern.test(text)))?.system;
  if (system === undefined) return null;
  const settings: SettingLine[] = [];
  const goVersions: ({ version: string; cut: boolean } & At)[] = [];
  const caches: ({ fixed: boolean } & At)[] = [];
  const ownCaches: At[] = [];
  const tolerated: At[] = [];
  for (const [index, raw] of lines.entries()) {
    const text = raw.slice(0, 4096);
    const line = index + 1;
    if (/^\s*(?:#|\/\/|$)/.test(text)) continue;
    if (opensSettings.test(text)) settings.push(...settingsBelow(lines, index));
    const versions = goVersion.exec(text);
    if (versions) goVersions.push(...versionOf(versions[1]!, versions[2]!, lines, index));
    if (/^\s*(?:-\s+)?key\s*:/.test(text)) caches.push(...cacheOf(lines, index));
    const own = /uses:\s*actions\/setup-go@v(\d{1,3})/.exec(text);
    const step = own && blockAround(lines, index);
    // On by itself since v4. github.com/actions/setup-go, README.
    if (step && (Number(own[1]) >= 4 ? !/^\s*cache:\s*["']?false/m.test(step) : /^\s*cache:\s*["']?true/m.test(step)))
      ownCaches.push({ line });
    if (tolerant.test(text)) tolerated.push({ line });
  }
  return { kind: 'CI file', system, settings, goVersions, caches, ownCaches, tolerant: tolerated };
}

/** `NAME: value`, `NAME = 'value'` of Jenkins, or `- name: NAME` and `value: …` of Azure, below the line that opens them. */
function settingsBelow(lines: readonly string[], at: number): SettingLine[] {
  const found: SettingLine[] = [];
  const indent = indentOf(lines[at]!);
  const everywhere = indent === 0 || (/\{\s*$/.test(lines[at]!) && lines.slice(0, at).every((line) => !/^\s*stage\s*\(/.test(line)));
  let named: string | null = null;
  for (let index = at + 1; index < lines.length; index++) {
    const text = lines[index]!.slice(0, 4096);
    if (/^\s*(?:#|$)/.test(text)) continue;
    if (indentOf(text) < indent || (indentOf(text) === indent && !/^\s*-\s/.test(text))) break;
    const [, name, value = ''] = /^\s*(?:-\s+)?(?:([A-Za-z_]\w{0,100}))\s*[:=]\s*(.*)$/.exec(text) ?? [];
    if (name === undefined) continue;
    if (name === 'name') named = unquoted(value);
    const wanted = name === 'value' ? named : name;
    if (wanted !== null && settingName.test(wanted) && !value.includes('$'))
      found.push({ name: wanted, value: unquoted(value), everywhere, line: index + 1 });
  }
  return found;
}

function versionOf(key: string, raw: string, lines: readonly string[], index: number): CiFile['goVersions'][number][] {
  const value = raw.replace(/\s+#.*$/, '').trim();
  if (key === 'image') {
    const version = image.exec(unquoted(value))?.[1];
    return version === undefined ? [] : [{ version, cut: false, line: index + 1 }];
  }
  // `version` is a word of many tasks; Azure's is GoTool@0.
  if (key === 'version' && !/GoTool@\d/.test(blockAround(lines, index))) return [];
  const version = /^\d{1,3}\.\d{1,3}(?:\.\d{1,3})?$/.exec(unquoted(value))?.[0];
  if (version === undefined) return [];
  // YAML 1.2, core schema: 1.20 is the number 1.2.
  const cut = key === 'go-version' && /^1\.\d0$/.test(value);
  return [{ version: cut ? value.slice(0, -1) : version, cut, line: index + 1 }];
}

function cacheOf(lines: readonly string[], index: number): CiFile['caches'][number][] {
  const block = blockAround(lines, index);
  if (!cacheStep.test(block) || !goFolder.test(block)) return [];
  const value = lines[index]!.replace(/^[^:]*:/, '').trim();
  // What stands below it, such as `files:`, is read with the block.
  const said = value === '' || /^[|>]/.test(value) ? block : value;
  return [{ fixed: !changes.test(said), line: index + 1 }];
}
