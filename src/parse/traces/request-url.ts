import type { SpanSubject } from '../../model/trace-mark.ts';

const longest = 300;
const parts = /^(https?|file):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/;
// https://go.dev/ref/mod#goproxy-protocol, #checksum-database
const sumdb = /\/(supported|latest|lookup\/[^\s]+|tile\/[^\s]+)$/;
const file = /^(.*)\/@(?:v\/(?:(list)|(v[^/]*)\.(info|mod|zip|ziphash))|(latest))$/;

/** What go asks for with a URL: who is asked, the kind of path, and the module. A module proxy may stand below a path of its own. */
export function describeRequest(url: string): SpanSubject {
  const found = parts.exec(url);
  const base = { kind: 'request', text: url.slice(0, longest), host: null, module: null, version: null } as const;
  if (!found) return { ...base, what: 'other' };
  const [, scheme, authority = '', path = '', query = ''] = found;
  const host = scheme === 'file' ? null : authority.slice(authority.lastIndexOf('@') + 1).slice(0, longest) || null;
  if (/[?&]go-get=1(?:&|$)/.test(query)) return { ...base, host, what: 'go-get', module: modulePath(authority + path) };
  const asked = file.exec(path);
  if (asked) {
    const [, before = '', list, version, ending, latest] = asked;
    const what = list ?? latest ?? ending!;
    return { ...base, host, what, module: modulePath(before), version: version === undefined ? null : unescaped(version) };
  }
  const check = path.includes('/sumdb/') || /^\/(?:supported|latest|lookup\/|tile\/)/.test(path) ? sumdb.exec(path) : null;
  if (!check) return { ...base, host, what: 'other' };
  const what = `sumdb-${check[1]!.replace(/\/.*$/, '')}`;
  const [module, version] = check[1]!.startsWith('lookup/') ? check[1]!.slice('lookup/'.length).split('@') : [];
  return { ...base, host, what, module: module ? unescaped(module) : null, version: version ? unescaped(version) : null };
}

/** From its first element with a dot on, which every module path that is fetched begins with. */
function modulePath(path: string): string | null {
  const elements = path.split('/').filter((element) => element !== '');
  const first = elements.findIndex((element) => element.includes('.'));
  return first < 0 ? null : unescaped(elements.slice(first).join('/')).slice(0, longest);
}

/** `!a` is `A`. https://go.dev/ref/mod#goproxy-protocol */
function unescaped(escaped: string): string {
  return escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
