import type { IncidentContext } from '../diagnose/incident.ts';
import type { Said } from '../diagnose/problem.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Pack } from '../model/catalog.ts';
import type { Line } from '../model/line.ts';
import { placeOf } from '../remedy/place.ts';
import { planRemedies } from '../remedy/plan.ts';
import { planPlaybook } from '../remedy/playbook.ts';
import { settingCaptures } from '../remedy/settings.ts';
import { createRoutes } from './routes.ts';
import { firstAt } from './skipped-lines.ts';

/** What the log and the files beside it show around an incident. */
interface Around {
  readonly lines: readonly Line[];
  readonly said: readonly Said[];
  readonly dialects: readonly string[];
  readonly goVersion: string | null;
  /** The values of settings that were printed. */
  readonly printed: ReadonlyMap<string, string>;
}

type Answers = Pick<IncidentContext, 'planRemedies' | 'planPlaybook' | 'routeOf' | 'placeOf'>;

/**
 * What is to be done about an incident, the route of its module and the place of its command.
 * @param planned whether anybody looks at what to do; there is nothing else
 */
export function incidentAnswers(
  { lines, said, dialects, goVersion, printed }: Around,
  pack: Pack,
  texts: Texts,
  planned: boolean,
): Answers {
  const settings = settingCaptures(printed);
  const routes = createRoutes(printed, goVersion);
  // What an error says counts for its own problem only; a setting that was printed counts for all.
  const signals = said.flatMap(({ units }) => units.flatMap(({ findings }) => findings.map(({ signal }) => signal)));
  const shared = new Set(signals.filter(({ role }) => role !== 'error').map(({ id }) => id));
  return {
    planRemedies(cause, captures, findings) {
      if (!planned) return [];
      const seen = new Set([...shared, ...findings.map(({ signal }) => signal.id)]);
      return planRemedies(cause, { ...settings, ...captures }, seen, (steps) => routes.effectOf(steps, captures), texts.sentence);
    },
    planPlaybook: ({ playbook }, captures, seen) =>
      playbook === null || !planned ? null : planPlaybook(pack.playbook(playbook), { ...settings, ...captures }, seen, texts.sentence),
    routeOf: routes.routeOf,
    placeOf: (own, echo) => placeOf(echo === null ? own : [...own, ...linesAt(lines, echo)], dialects),
  };
}

function linesAt(lines: readonly Line[], number: number): readonly Line[] {
  return lines.slice(firstAt(lines, number), firstAt(lines, number + 1));
}
