import type { IncidentRoute, RouteStop } from '../model/route.ts';

/** What is different between two routes of one module, a sentence each. */
export function routeChanges(before: IncidentRoute, after: IncidentRoute): string[] {
  if (before.error !== null || after.error !== null) {
    if (before.error === after.error) return [];
    return [after.error === null ? 'servers are asked' : `nobody is asked any more: ${after.error}`];
  }
  const [old, now] = [before.stops.map(nameOf), after.stops.map(nameOf)];
  const kept = old.filter((name) => now.includes(name));
  const order = JSON.stringify(kept) === JSON.stringify(now.filter((name) => old.includes(name)));
  return [
    ...now.filter((name) => !old.includes(name)).map((name) => `${name} is asked`),
    ...old.filter((name) => !now.includes(name)).map((name) => `${name} is asked no more`),
    ...(order ? [] : [`the order is ${now.join(', then ')}`]),
    ...after.stops.flatMap((stop) =>
      stopChanges(
        before.stops.find((other) => nameOf(other) === nameOf(stop)),
        stop,
      ),
    ),
    ...sumdbChanges(before, after),
  ];
}

function nameOf({ kind, host }: RouteStop): string {
  return kind === 'off' ? 'off' : kind === 'direct' ? `${host} directly` : `${host}`;
}

function stopChanges(before: RouteStop | undefined, after: RouteStop): string[] {
  if (before === undefined) return [];
  const name = nameOf(after);
  const way = ({ via }: RouteStop) => via?.proxy ?? 'no forward proxy';
  const sent = ({ credentials }: RouteStop) => credentials.map(({ kind, name: of }) => `${kind} ${of}`).join(', ') || 'no credentials';
  const allowed = ({ repository }: RouteStop) => repository?.allowed ?? true;
  return [
    ...(way(before) === way(after) ? [] : [`${name} is reached through ${way(after)}`]),
    ...(sent(before) === sent(after) ? [] : [`${name} gets ${sent(after)}`]),
    ...(before.insecure === after.insecure
      ? []
      : [`${name} is ${after.insecure ? 'not checked by its certificate any more' : 'checked by its certificate again'}`]),
    ...(allowed(before) === allowed(after) ? [] : [`GOVCS ${allowed(after) ? 'allows' : 'forbids'} the tool for ${name}`]),
    ...(before.onError === after.onError && before.onNotFound === after.onNotFound
      ? []
      : [
          `${name} leads on ${after.onError === 'next' ? 'any error' : after.onNotFound === 'next' ? '404 and 410 only' : 'nothing'} to the next one`,
        ]),
  ];
}

function sumdbChanges({ sumdb: before }: IncidentRoute, { sumdb: after }: IncidentRoute): string[] {
  if (after.error !== null && after.error !== before.error) return [`the checksum database fails: ${after.error}`];
  const [old, now] = [before.asked ? before.host : null, after.asked ? after.host : null];
  if (old === now) return [];
  return [...(old === null ? [] : [`${old} is asked no more`]), ...(now === null ? [] : [`${now} is asked for checksums`])];
}
