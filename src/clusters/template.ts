import { slots, templateOfWord } from './slots.ts';

/** Longest template. */
export const TEMPLATE_LENGTH = 300;
// What is read of a message: more would be cut off anyhow.
const MESSAGE_LENGTH = 1000;

// These numbers say what happened: `exit code 137`, `HTTP/1.1 503`, `status=404`, `Error 2`.
const telling = '(?<=(?:exit status|status|code|errno|signal|HTTP(?:/\\d(?:\\.\\d)?)?|Error|error)(?:[ =]|: ?))\\d{1,3}(?![\\w.]\\w|\\w)';

const word = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*';
let scanner: RegExp | null = null;

// Made when first needed: few logs have a failure without a cause.
function scan(): RegExp {
  const kinds = slots.map(([, pattern], index) => `(?<s${index}>${pattern})`).join('|');
  return (scanner ??= new RegExp(
    `<(?<own>[a-z]{2,12})-\\d{1,6}>|(?<![\\p{L}\\p{N}_])(?:(?<telling>${telling})|${kinds}|(?<word>${word}))`,
    'gu',
  ));
}

/**
 * A message with what differs from log to log left out: `open /tmp/x1: permission denied` becomes `open <path>: permission denied`. It depends
 * on this text alone, so all machines agree on it.
 * @param text redacted: what hides a secret becomes `<secret>`
 */
export function templateOfText(text: string): string {
  const message = text
    .slice(0, MESSAGE_LENGTH)
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  const replaced = message.replace(scan(), (...found) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups.own !== undefined) return `<${groups.own}>`;
    if (groups.telling !== undefined) return groups.telling;
    if (groups.word !== undefined) return templateOfWord(groups.word);
    const slot =
      slots[
        Number(
          Object.keys(groups)
            .find((name) => groups[name] !== undefined)!
            .slice(1),
        )
      ]![0];
    const whole = found[0] as string;
    return slot === 'quoted' ? `${whole[0]}<quoted>${whole.at(-1)}` : `<${slot}>`;
  });
  return cut(replaced);
}

/** A slot that would be cut in half goes. */
function cut(template: string): string {
  if (template.length <= TEMPLATE_LENGTH) return template;
  return template
    .slice(0, TEMPLATE_LENGTH)
    .replace(/<[a-z]{0,12}$|[\ud800-\udbff]$/, '')
    .trimEnd();
}
