import type { Sighting, TranscriptNote } from '../../model/transcript.ts';
import { type Chain, judge, portRange, type Rule, stopped } from './firewall.ts';
import type { TextLine, Tool } from './tool.ts';

// nft list ruleset, of nftables 0.9 to 1.1.
const hook = /^\s{1,20}type filter hook (output|input|forward) priority [^;]{1,40}; policy (accept|drop);/;
const mostRules = 5000;

export const nft: Tool = {
  name: 'nft',
  near: ['type filter hook '],
  marks: hook,
  read(lines): Sighting[] {
    const chains = readChains(lines);
    return [...chains.flatMap(stopped), ...judge(chains).seen];
  },
  notes(lines): TranscriptNote[] {
    const chains = readChains(lines);
    const first = lines.find(({ text }) => hook.test(text));
    if (chains.length === 0 && first) return [{ what: 'rules-inbound', line: first.number, host: null, address: null, detail: null }];
    return judge(chains).notes;
  },
};

function readChains(lines: readonly TextLine[]): Chain[] {
  const chains: { policy: 'accept' | 'drop'; line: TextLine; rules: Rule[] }[] = [];
  let open: (typeof chains)[number] | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const [, where, policy] = hook.exec(line.text) ?? [];
    if (where !== undefined) {
      open = where === 'output' ? { policy: policy as 'accept' | 'drop', line, rules: [] } : null;
      if (open) chains.push(open);
    } else if (text === '}' || text.startsWith('chain ')) open = null;
    else if (open && text !== '' && open.rules.length < mostRules) {
      const rule = ofText(text, line);
      if (rule) open.rules.push(rule);
    }
  }
  return chains.slice(0, 20);
}

/** `ip daddr 192.0.2.10 tcp dport { 80, 443 } ct state new accept`. */
function ofText(text: string, line: TextLine): Rule | null {
  const said = text
    .replace(/\blog(?: prefix ".{0,200}?")?(?: level [a-z]{1,10})? (?=\S)/, '')
    .replace(/ comment ".{0,200}?"/, '')
    .replace(/counter packets \d{1,20} bytes \d{1,20} ?/, '')
    .replace(/ with [\w -]{1,60}$/, '');
  const [, verdict] = /(?:^| )(accept|drop|reject|jump|goto|log|return)\b[^"]{0,100}$/.exec(said) ?? [];
  if (verdict === undefined || /\budp\b|\bicmp(?:v6)?\b/.test(said)) return null;
  const port = /\btcp dport (\{[^}]{1,400}\}|\S{1,40})/.exec(said);
  const to = /\bip6? daddr (\S{1,60})/.exec(said)?.[1];
  const state = /\bct state ([a-z,]{1,80})/.exec(said)?.[1];
  const card = /\boif(?:name)? (\S{1,40})/.exec(said)?.[1];
  const address = to === undefined ? null : (/^[0-9a-f.:]{2,45}$/.exec(to)?.[0] ?? undefined);
  const rest = said
    .replace(/\b(?:tcp dport (?:\{[^}]{1,400}\}|\S{1,40})|ip6? daddr \S{1,60}|ct state [a-z,]{1,80}|meta l4proto tcp|ip protocol tcp)/g, '')
    .replace(/\b(?:accept|drop|reject|counter)\b/g, '');
  const harmless = card === '"lo"' || (state !== undefined && !state.includes('new'));
  const perhaps = address === undefined || rest.trim() !== '';
  return {
    verdict:
      verdict === 'accept' || verdict === 'drop' || verdict === 'reject'
        ? verdict
        : verdict === 'log' || verdict === 'return'
          ? 'other'
          : 'unclear',
    ports: port
      ? port[1]!
          .replace(/[{}\s]/g, '')
          .split(',', 50)
          .flatMap((part) => (portRange(part) ? [portRange(part)!] : []))
      : null,
    to: address ?? null,
    when: harmless ? 'harmless' : perhaps ? 'perhaps' : 'always',
    line,
  };
}
