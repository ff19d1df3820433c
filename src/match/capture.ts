import type { CaptureType } from '../model/catalog.ts';
import type { Capture } from '../model/finding.ts';

/**
 * Gives captured texts their types, and adds what follows from them:
 * an escaped module path is also offered unescaped as `module`, the host of a URL as `host`, the module of a `module@version` as its two halves.
 */
export function typeCaptures(
  groups: Readonly<Record<string, string>>,
  types: Readonly<Record<string, CaptureType>>,
): Record<string, Capture> {
  const captures: Record<string, Capture> = {};
  const offer = (name: string, type: CaptureType, value: string) => {
    if (value !== '' && !(name in captures) && !(name in groups)) captures[name] = { type, value };
  };
  for (const [name, raw] of Object.entries(groups)) {
    const type = types[name] ?? 'text';
    captures[name] = { type, value: type === 'escaped-module' ? unescapeModule(raw) : type === 'text' ? withoutColon(raw) : raw };
  }
  for (const { type, value } of Object.values(captures)) {
    if (type === 'escaped-module') offer('module', 'module', value);
    if (type === 'url') offerUrl(value, offer);
    if (type === 'module' && value.includes('@')) {
      const [path, version] = value.split('@');
      captures.module = { type: 'module', value: path! };
      offer('version', 'version', version!);
    }
    if (type === 'address') offer('host', 'host', value.replace(/:\d+$/, ''));
  }
  return captures;
}

function offerUrl(url: string, offer: (name: string, type: CaptureType, value: string) => void): void {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([^/:\s?#]+)(?::\d+)?(\/[^\s?#]*)?/i.exec(url);
  if (!found) return;
  offer('host', 'host', found[1]!);
  const inProxy =
    /^\/(?:[^@\s]*?\/)??((?:[a-z0-9-]+\.)+[a-z0-9-]+(?:\/[^@\s]+?)?)\/@(?:v\/(v[^/\s]+?)\.(?:info|mod|zip)|v\/list|latest)$/i.exec(
      found[2] ?? '',
    );
  if (!inProxy) return;
  offer('module', 'module', unescapeModule(decode(inProxy[1]!)));
  if (inProxy[2]) offer('version', 'version', inProxy[2]);
}

/** Go writes `what: why`, rm and cp `'what': why`; a pattern that takes all up to the reason takes the colon along, and the quote whose other half stands before it. */
function withoutColon(text: string): string {
  const what = text.replace(/:[ \t]?$/, '');
  return what.indexOf("'") === what.length - 1 && what !== text ? what.slice(0, -1) : what;
}

/** `!burnt!sushi` stands for `BurntSushi`. golang.org/x/mod/module, EscapePath. */
function unescapeModule(escaped: string): string {
  return decode(escaped).replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function decode(text: string): string {
  return text.replace(/%21/g, '!');
}
