import type { Sighting } from '../../model/transcript.ts';
import { sighting, type TextLine, type Tool } from './tool.ts';

const answer = /^([A-Za-z0-9_][\w.-]{0,252})\.?\s{1,40}\d{1,10}\s{1,8}IN\s{1,8}(A|AAAA)\s{1,8}([0-9a-f:.]{2,45})$/;
const asked = /^;([A-Za-z0-9_][\w.-]{0,252})\.?\s{1,40}IN\s{1,8}(?:A|AAAA)$/;
const banner = /^; <<>> DiG \S+ <<>> (.{0,400})$/;

// bin/dig/dighost.c of BIND.
export const dig: Tool = {
  name: 'dig',
  near: ['; <<>> DiG ', ' SECTION:', ';; ->>HEADER<<- opcode'],
  marks: /^; <<>> DiG |^;; (?:QUESTION|ANSWER) SECTION:|^;; ->>HEADER<<- opcode/,
  read(lines) {
    const seen: Sighting[] = [];
    let host: string | null = null;
    let status: { word: string; line: TextLine } | null = null;
    let answers: { line: TextLine; address: string }[] = [];
    let silent: TextLine | null = null;
    const end = (server: string | null) => {
      const [first] = answers;
      if (first) seen.push(sighting('resolves', first.line, { host, address: first.address, detail: server }));
      for (const { line, address } of answers.slice(1)) seen.push(sighting('resolves', line, { host, address, detail: server }));
      if (status?.word === 'NXDOMAIN') seen.push(sighting('no-such-name', status.line, { host, detail: server }));
      else if (status && status.word !== 'NOERROR')
        seen.push(sighting('lookup-failed', status.line, { host, detail: `${status.word}${server === null ? '' : `, ${server}`}` }));
      if (silent) seen.push(sighting('lookup-silent', silent, { host }));
      [status, answers, silent] = [null, [], null];
    };
    for (const line of lines) {
      const { text } = line;
      const words = banner.exec(text)?.[1];
      if (words !== undefined) {
        end(null);
        host = words.split(/\s+/).find((word) => /^[A-Za-z0-9_][\w-]*\..*[A-Za-z]/.test(word)) ?? null;
        continue;
      }
      host = asked.exec(text)?.[1] ?? host;
      const word = /^;; ->>HEADER<<- opcode: \w+, status: ([A-Z]{2,10}),/.exec(text)?.[1];
      if (word !== undefined) status = { word, line };
      const [, , , address] = answer.exec(text) ?? [];
      if (address !== undefined) answers.push({ line, address });
      if (/^;; (?:connection timed out; )?no servers could be reached/.test(text)) silent = line;
      const server = /^;; SERVER: (\S{2,60})#\d/.exec(text)?.[1];
      if (server !== undefined) end(server);
    }
    end(null);
    return seen;
  },
};
