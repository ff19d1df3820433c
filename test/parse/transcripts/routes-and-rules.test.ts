import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../src/parse/transcripts/transcript.ts';
import { folderWith, modwhy } from '../../cli/modwhy.ts';

const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));

/** `line what detail` of what is noted, and `line what address` of what is seen. */
function read(text: string): string[] {
  const { notes = [], sightings = [] } = readTranscript(linesOf(text)) ?? {};
  return [
    ...notes.map(({ line, what, detail }) => `${line} ${what} ${detail ?? '-'}`),
    ...sightings.map(({ line, what, address, detail }) => `${line} ${what} ${address ?? detail ?? '-'}`),
  ];
}

// As traceroute 2.1, tracepath of iputils, mtr 0.95 and tracert print them.
describe('S38: where traceroute stops', () => {
  const head = 'traceroute to goproxy.corp.test (192.0.2.7), 30 hops max, 60 byte packets';
  const hops = ' 1  gw.corp.test (192.168.1.1)  0.512 ms  0.480 ms  0.455 ms\n 2  10.20.0.1 (10.20.0.1)  5.112 ms *  5.055 ms';
  const seen = '1 resolves 192.0.2.7';
  test.each<[string, string, string[]]>([
    ['rows of stars to the end', `${head}\n${hops}\n 3  * * *\n 4  * * *`, ['3 route-stops 10.20.0.1', seen]],
    ['no hop at all', `${head}\n 1  * * *\n 2  * * *`, ['2 route-silent -', seen]],
    ['it arrives', `${head}\n${hops}\n 3  * * *\n 4  192.0.2.7 (192.0.2.7)  9 ms  9 ms  9 ms`, ['5 route-arrives 192.0.2.7', seen]],
    ['a router forbids it', `${head}\n${hops}\n 3  10.20.0.9 (10.20.0.9)  7.1 ms !X  7.2 ms !X *`, ['4 route-forbidden 10.20.0.9', seen]],
    ['one row of stars is no end', `${head}\n${hops}\n 3  * * *`, [seen]],
    ['cut off behind its head', head, [seen]],
    [
      'tracert of Windows',
      'Tracing route to goproxy.corp.test [192.0.2.7]\nover a maximum of 30 hops:\n\n  1    <1 ms    <1 ms    <1 ms  192.168.1.1 \n  2     *        *        *     Request timed out.\n  3     *        *        *     Request timed out.',
      ['4 route-stops 192.168.1.1', seen],
    ],
    [
      'tracert in Chinese',
      '通过最多 30 个跃点跟踪\n到 goproxy.corp.test [192.0.2.7] 的路由:\n\n  1    <1 毫秒   <1 毫秒   <1 毫秒 192.168.1.1 \n  2     *        *        *     请求超时。\n  3     *        *        *     请求超时。',
      ['4 route-stops 192.168.1.1', '2 resolves 192.0.2.7'],
    ],
    [
      'tracepath',
      '$ tracepath -n goproxy.corp.test\n 1?: [LOCALHOST]                      pmtu 1500\n 1:  192.168.1.1                                           0.512ms \n 2:  no reply\n 3:  no reply\n     Too many hops: pmtu 1500',
      ['3 route-stops 192.168.1.1'],
    ],
    [
      'mtr',
      '$ mtr -rn goproxy.corp.test\nStart: 2026-01-02T03:04:05+0000\nHOST: box                         Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1.|-- 192.168.1.1                0.0%    10    0.5   0.5   0.4   0.6   0.1\n  2.|-- ???                       100.0    10    0.0   0.0   0.0   0.0   0.0\n  3.|-- ???                       100.0    10    0.0   0.0   0.0   0.0   0.0',
      ['4 route-stops 192.168.1.1'],
    ],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

// As iptables 1.8 and nftables 1.0 print them.
const listing = (policy: string, ...rules: string[]) =>
  `Chain INPUT (policy DROP)\ntarget     prot opt source               destination         \n\nChain OUTPUT (policy ${policy})\ntarget     prot opt source               destination         \n${rules.join('\n')}`;
const nft = (policy: string, ...rules: string[]) =>
  `table inet filter {\n\tchain out {\n\t\ttype filter hook output priority filter; policy ${policy};\n${rules.map((rule) => `\t\t${rule}\n`).join('')}\t}\n}`;
describe('S38: what a packet filter does with what leaves', () => {
  test.each<[string, string, string[]]>([
    ['no rules', listing('ACCEPT'), ['4 rules-open 443', '4 rules-open 22', '4 rules-open 80']],
    [
      'the policy DROP',
      listing('DROP'),
      ['4 rules-drop 443', '4 rules-drop 22', '4 rules-drop 80', '4 rule-drops 443', '4 rule-drops 22', '4 rule-drops 80'],
    ],
    [
      'a REJECT on one port',
      listing('ACCEPT', 'REJECT     tcp  --  anywhere             anywhere             tcp dpt:https reject-with tcp-reset'),
      ['6 rules-reject 443', '4 rules-open 22', '4 rules-open 80', '6 rule-rejects 443'],
    ],
    [
      'which card a rule is for is not shown',
      listing('DROP', 'ACCEPT     all  --  anywhere             anywhere            '),
      ['6 rules-unclear 443', '6 rules-unclear 22', '6 rules-unclear 80'],
    ],
    [
      'with -n -v: loopback and what is established say nothing of new connections',
      `Chain OUTPUT (policy DROP 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination
    0     0 ACCEPT     0    --  *      lo      0.0.0.0/0            0.0.0.0/0
   12  720K ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            state RELATED,ESTABLISHED
    0     0 ACCEPT     6    --  *      *       0.0.0.0/0            0.0.0.0/0            multiport dports 80,443`,
      ['5 rules-open 443', '1 rules-drop 22', '5 rules-open 80', '1 rule-drops 22'],
    ],
    [
      'iptables -S, and a chain of its own',
      '-P INPUT DROP\n-P OUTPUT ACCEPT\n-N CORP\n-A OUTPUT -o lo -j ACCEPT\n-A OUTPUT -p tcp -m tcp --dport 443 -j REJECT --reject-with tcp-reset\n-A OUTPUT -j CORP',
      ['5 rules-reject 443', '6 rules-unclear 22', '6 rules-unclear 80', '5 rule-rejects 443'],
    ],
    [
      'a rule for one address lets out only that',
      '-P OUTPUT DROP\n-A OUTPUT -d 192.0.2.7/32 -p tcp -m tcp --dport 443 -j ACCEPT',
      ['2 rules-unclear 443', '1 rules-drop 22', '1 rules-drop 80', '1 rule-drops 22', '1 rule-drops 80'],
    ],
    [
      'rules of what comes in only',
      'Chain INPUT (policy DROP)\ntarget     prot opt source               destination',
      ['1 rules-inbound -'],
    ],
    [
      'nft',
      nft(
        'drop',
        'oifname "lo" accept',
        'ct state established,related accept',
        'tcp dport { 22, 80 } counter packets 0 bytes 0 accept',
        'ip daddr 192.0.2.10 tcp dport 443 reject with tcp reset',
        'tcp dport 443 log prefix "out" drop',
      ),
      ['8 rules-drop 443', '6 rules-open 22', '6 rules-open 80', '7 rule-rejects 192.0.2.10', '8 rule-drops 443'],
    ],
    [
      'nft: of two tables the one that stops counts',
      `${nft('accept')}\n${nft('drop', 'tcp dport 22 accept', 'tcp dport 80 accept')}`,
      ['8 rules-drop 443', '3 rules-open 22', '3 rules-open 80', '8 rule-drops 443'],
    ],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));

  test('what stands anywhere in it: no error, and every row has a line that is there', () => {
    const piece = fc.constantFrom(
      'Chain OUTPUT (policy DROP)\n',
      '-P OUTPUT ACCEPT\n',
      '-A OUTPUT ',
      '-j DROP',
      '--dport ',
      '443',
      'tcp dport {',
      '\t\ttype filter hook output priority 0; policy drop;\n',
      'traceroute to a.test (192.0.2.7), 30\n',
      ' 1  * * *\n',
      ' 2  ',
      '!X',
      '\n',
      'DROP tcp -- anywhere anywhere ',
      'tcp dpt:',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const row of read(text)) expect(Number(row.split(' ')[0])).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
    for (const unit of ['a ', '0 ', '-m ', '-d 1.1.1.1 ', '{', 'tcp dport { ', '* ', 'dpt:', '/* ']) {
      const start = process.cpuUsage();
      read(
        `Chain OUTPUT (policy DROP)\n${nft('drop', unit.repeat(1500))}\ntraceroute to a.test (192.0.2.7), 30\n${`${unit.repeat(1500)}\n-A OUTPUT ${unit.repeat(1500)}\n 1 ${unit.repeat(1500)}\n`.repeat(30)}`,
      );
      expect(process.cpuUsage(start).user).toBeLessThan(1_500_000);
    }
  });
});

test('S38: the answer says what they decide, and what would; a file about another host says nothing', () => {
  const timeout =
    '$ go mod download\ngo: example.com/lib@v1.0.0: Get "https://goproxy.corp.test/example.com/lib/@v/v1.0.0.mod": dial tcp 192.0.2.7:443: i/o timeout\n';
  const route = (host: string) =>
    `traceroute to ${host} (198.51.100.1), 30 hops max, 60 byte packets\n 1  10.0.0.1 (10.0.0.1)  0.5 ms\n 2  * * *\n 3  * * *\n`;
  const cwd = folderWith({
    'a.log': timeout,
    'route.txt': route('goproxy.corp.test'),
    'other.txt': route('elsewhere.test'),
    'open.txt': listing('ACCEPT'),
    'drop.txt': listing('DROP'),
  });
  const said = (file: string) => {
    const { out } = modwhy(['explain', 'a.log', '--with', file, '--format', 'json'], { cwd });
    const { beside = [], incidents } = JSON.parse(out);
    const weighed = incidents[0].hypotheses[0].evidence.filter((row: { source: { input: string } }) => row.source.input === file);
    return [...beside, ...weighed].map((row: { line: number; says: string }) => `${row.line} ${row.says}`);
  };
  expect(said('route.txt')).toEqual([
    '2 10.0.0.1 is the last one that answered. Many networks answer no traceroute and let go through, so that this alone proves nothing; curl -sS -o /dev/null -m 20 https://goproxy.corp.test/ decides',
  ]);
  expect(said('other.txt')).toEqual([]);
  expect(said('open.txt')[0]).toMatch(/^4 by these rules new connections to port 443 get out\./);
  expect(said('drop.txt')).toEqual(['4 this rule drops such packets without a word']);
});
