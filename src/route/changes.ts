import { type RouteTexts, routeEnglish } from '../i18n/en-route.ts';
import type { IncidentRoute, RouteStop } from '../model/route.ts';

type Words = RouteTexts['change'];

/** What is different between two routes of one module, a sentence each. */
export function routeChanges(before: IncidentRoute, after: IncidentRoute, words: Words = routeEnglish.change): string[] {
  const nameOf = nameIn(words);
  if (before.error !== null || after.error !== null) {
    if (before.error === after.error) return [];
    return [after.error === null ? words.servers : words.nobody(after.error)];
  }
  const [old, now] = [before.stops.map(nameOf), after.stops.map(nameOf)];
  const kept = old.filter((name) => now.includes(name));
  const order = JSON.stringify(kept) === JSON.stringify(now.filter((name) => old.includes(name)));
  return [
    ...now.filter((name) => !old.includes(name)).map(words.asked),
    ...old.filter((name) => !now.includes(name)).map(words.noMore),
    ...(order ? [] : [words.order(now)]),
    ...after.stops.flatMap((stop) =>
      stopChanges(
        before.stops.find((other) => nameOf(other) === nameOf(stop)),
        stop,
        words,
      ),
    ),
    ...sumdbChanges(before, after, words),
  ];
}

function nameIn({ directly }: Words): (stop: RouteStop) => string {
  return ({ kind, host }) => (kind === 'off' ? 'off' : kind === 'direct' ? directly(`${host}`) : `${host}`);
}

function stopChanges(before: RouteStop | undefined, after: RouteStop, words: Words): string[] {
  if (before === undefined) return [];
  const name = nameIn(words)(after);
  const way = ({ via }: RouteStop) => via?.proxy ?? null;
  const sent = ({ credentials }: RouteStop) => credentials.map(({ kind, name: of }) => `${kind} ${of}`);
  const allowed = ({ repository }: RouteStop) => repository?.allowed ?? true;
  return [
    ...(way(before) === way(after) ? [] : [words.way(name, way(after))]),
    ...(sent(before).join() === sent(after).join() ? [] : [words.sent(name, sent(after))]),
    ...(before.insecure === after.insecure ? [] : [after.insecure ? words.unchecked(name) : words.checked(name)]),
    ...(allowed(before) === allowed(after) ? [] : [allowed(after) ? words.allows(name) : words.forbids(name)]),
    ...(before.onError === after.onError && before.onNotFound === after.onNotFound
      ? []
      : [words.leads[after.onError === 'next' ? 'anyError' : after.onNotFound === 'next' ? 'notFoundOnly' : 'nothing'](name)]),
  ];
}

function sumdbChanges({ sumdb: before }: IncidentRoute, { sumdb: after }: IncidentRoute, words: Words): string[] {
  if (after.error !== null && after.error !== before.error) return [words.sumdbFails(after.error)];
  const [old, now] = [before.asked ? before.host : null, after.asked ? after.host : null];
  if (old === now) return [];
  return [...(old === null ? [] : [words.noMore(old)]), ...(now === null ? [] : [words.sumdbAsked(now)])];
}
