import type { Sighting, TranscriptNote } from '../../model/transcript.ts';
import { type Chain, judge, portRange, type Rule, stopped } from './firewall.ts';
import type { TextLine, Tool } from './tool.ts';

// iptables -S, and -L with and without -v, -n and --line-numbers, of iptables 1.4 to 1.8. Rules about what comes in do not stop go.
const head = /^Chain (\S{1,60}) \((?:policy (ACCEPT|DROP)|\d{1,9} references)/;
const policyLine = /^-P (\S{1,60}) (ACCEPT|DROP)\b/;
const built = new Set(['INPUT', 'OUTPUT', 'FORWARD']);
const goesOn = new Set(['LOG', 'NFLOG', 'MARK', 'CONNMARK', 'TRACE', 'TCPMSS', 'RETURN']);
const anywhere = new Set(['anywhere', '0.0.0.0/0', '::/0']);
const mostRules = 5000;

export const iptables: Tool = {
  name: 'iptables',
  near: ['Chain ', '-P '],
  marks: /^Chain (?:INPUT|OUTPUT|FORWARD) \(policy |^-P (?:INPUT|OUTPUT|FORWARD) (?:ACCEPT|DROP)/,
  read(lines): Sighting[] {
    const { output, forward } = readChains(lines);
    // A machine that forwards for nobody has the policy DROP there: of that chain only rules about an address count.
    return [...[...output, ...forward].flatMap(stopped), ...judge(output).seen];
  },
  notes(lines): TranscriptNote[] {
    const { output, forward } = readChains(lines);
    const first = lines.find(({ text }) => head.test(text) || policyLine.test(text));
    if (output.length + forward.length === 0 && first)
      return [{ what: 'rules-inbound', line: first.number, host: null, address: null, detail: null }];
    return judge(output).notes;
  },
};

/** The chains OUTPUT and FORWARD, through which containers go. */
function readChains(lines: readonly TextLine[]): { readonly output: readonly Chain[]; readonly forward: readonly Chain[] } {
  // Of one name there are several where -L and -S stand behind each other.
  const chains: { name: string; policy: 'accept' | 'drop'; line: TextLine; rules: Rule[] }[] = [];
  let current = '';
  const open = (name: string, policy: string | undefined, line: TextLine) => {
    current = name;
    if (built.has(name) && policy !== undefined) chains.push({ name, policy: policy === 'DROP' ? 'drop' : 'accept', line, rules: [] });
  };
  const add = (name: string, rule: Rule | null) => {
    const chain = chains.findLast((one) => one.name === name);
    if (rule && chain && chain.rules.length < mostRules) chain.rules.push(rule);
  };
  for (const line of lines) {
    const { text } = line;
    const [, name, policy] = head.exec(text) ?? policyLine.exec(text) ?? [];
    if (name !== undefined) open(name, policy, line);
    else if (text.startsWith('-A ')) {
      const words = text.split(/\s+/, 80);
      add(words[1] ?? '', ofWords(words.slice(2), line));
    } else if (current === 'OUTPUT' || current === 'FORWARD') add(current, ofColumns(text, line));
  }
  const named = (name: string) => chains.filter((one) => one.name === name).slice(0, 20);
  return { output: named('OUTPUT'), forward: named('FORWARD') };
}

/** `-p tcp -m tcp --dport 443 -j REJECT`. */
function ofWords(words: readonly string[], line: TextLine): Rule | null {
  let [target, to, when]: [string, string | null, Rule['when']] = ['', null, 'always'];
  let ports: Rule['ports'] = null;
  for (let at = 0; at < words.length; at++) {
    const [word, value = ''] = [words[at]!, words[at + 1]];
    if (word === '-j' || word === '-g') target = value;
    else if (word === '-p' && value !== 'tcp' && value !== 'all') return null;
    else if (word === '-d') to = value;
    else if (word === '--dport' || word === '--dports') ports = portsOf(value);
    else if (word === '-o' || word === '-i') when = value === 'lo' ? 'harmless' : worse(when);
    else if (word === '--state' || word === '--ctstate') when = value.includes('NEW') ? when : 'harmless';
    else if (word === '!' || word === '-s' || /^--(?!comment|reject-with)/.test(word)) when = worse(when);
  }
  return rule(target, to, ports, when, line);
}

/** A row of `-L`; only with -v it shows packets, bytes and for which network card it is. */
function ofColumns(text: string, line: TextLine): Rule | null {
  const all = text.trim().split(/\s+/, 60);
  const counts = all.slice(0, 3).findIndex((word) => !/^\d{1,12}[KMGT]?$/.test(word));
  const verbose = counts >= 2;
  const words = all.slice(Math.max(0, counts));
  const [target = '', protocol = '', , ...rest] = words;
  if (!/^[A-Za-z][\w-]{0,60}$/.test(target) || !/^(?:tcp|all|0|6)$/.test(protocol)) return null;
  const [input, output] = verbose ? rest.splice(0, 2) : ['*', '*'];
  const [source = '', destination = '', ...more] = rest;
  if (destination === '') return null;
  const extra = more
    .join(' ')
    .replace(/\/\*.{0,400}\*\//, '')
    .replace(/reject-with \S+/, '')
    .replace(/\btcp\b/g, '');
  const named = /\bdpts?:(\S+)/.exec(extra)?.[1] ?? /\bmultiport dports (\S+)/.exec(extra)?.[1];
  const state = /\b(?:ct)?state (\S+)/.exec(extra)?.[1];
  let when: Rule['when'] = 'always';
  if (!anywhere.has(source) || extra.replace(/\bdpts?:\S+|\bmultiport dports \S+|\b(?:ct)?state \S+/g, '').trim() !== '') when = 'perhaps';
  if ((input !== '*' && input !== 'any') || (output !== '*' && output !== 'any')) when = output === 'lo' ? 'harmless' : 'perhaps';
  if (state !== undefined && !state.includes('NEW')) when = 'harmless';
  // Mostly the one for `lo`.
  if (!verbose && target === 'ACCEPT' && extra.trim() === '' && anywhere.has(destination) && !/^(?:tcp|6)$/.test(protocol))
    when = 'perhaps';
  return rule(target, anywhere.has(destination) ? null : destination, named === undefined ? null : portsOf(named), when, line);
}

function rule(target: string, to: string | null, ports: Rule['ports'], when: Rule['when'], line: TextLine): Rule | null {
  if (target === '') return null;
  const verdict =
    target === 'ACCEPT' ? 'accept' : target === 'DROP' ? 'drop' : target === 'REJECT' ? 'reject' : goesOn.has(target) ? 'other' : 'unclear';
  const address =
    to === null || to === '0.0.0.0/0' ? null : (/^([0-9.]{7,15})(?:\/32)?$/.exec(to)?.[1] ?? /^([0-9a-f:]{2,45})\/128$/.exec(to)?.[1]);
  // Of a network it is not known who belongs to it.
  return { verdict, to: address ?? null, ports, when: address === undefined ? worse(when) : when, line };
}

function portsOf(text: string): Rule['ports'] {
  return text.split(',', 50).flatMap((part) => {
    const range = portRange(part);
    return range ? [range] : [];
  });
}

function worse(when: Rule['when']): Rule['when'] {
  return when === 'harmless' ? when : 'perhaps';
}
