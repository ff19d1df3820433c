import { readCurl } from './curl.ts';
import type { Tool } from './tool.ts';

// http.c of git: GIT_TRACE_CURL (and GIT_CURL_VERBOSE, which is the same since 2.28) writes curl's own words behind these.
const traced = /^(?:\d\d:\d\d:\d\d\.\d{6} )?http\.c:\d{1,5}\s{1,20}(== Info:|=> Send header:|<= Recv header:) ?(.{0,4000})/;
const signs = { '== Info:': '* ', '=> Send header:': '> ', '<= Recv header:': '< ' } as const;

export const gitTrace: Tool = {
  name: 'git',
  near: ['http.c:'],
  marks: /^(?:\d\d:\d\d:\d\d\.\d{6} )?http\.c:\d{1,5}\s{1,20}(?:== Info:|=> Send|<= Recv)/,
  read: (lines) =>
    readCurl(
      lines.flatMap(({ number, text }) => {
        const [, sign, said] = traced.exec(text) ?? [];
        if (sign === undefined) return [];
        return [{ number, text: `${signs[sign as keyof typeof signs]}${said!.trim()}` }];
      }),
    ),
};
