import { type Captures, fillSentence } from '../catalog/template.ts';
import type { Language, Texts } from '../i18n/texts.ts';
import type { LinearEngine } from '../match/pattern.ts';
import type { Cause, Pack } from '../model/catalog.ts';
import type { DoctorAnswer, DoctorStep } from '../model/doctor.ts';
import { planRemedies } from '../remedy/plan.ts';
import { settingCaptures } from '../remedy/settings.ts';
import { createSession } from '../session/session.ts';

export interface Explaining {
  readonly pack: Pack;
  readonly linear: LinearEngine | null;
  readonly texts: Texts;
  readonly language: Language;
  readonly version: string;
  /** As `go env` prints them. */
  readonly settings: ReadonlyMap<string, string>;
  /** What doctor asks for. */
  readonly module: string;
  readonly requested: string | null;
}

/** The cause that a failed step proves, with the catalog's own texts; null where it proves none. */
export function answerOf(step: DoctorStep, transcript: string | undefined, around: Explaining): DoctorAnswer | null {
  if (step.fact !== null) return byFact(step, step.fact, around);
  return transcript === undefined ? null : byOutput(step, transcript, around);
}

/** A fact of doctor speaks for one cause: `test/probe/facts.test.ts` holds that. */
function causeOfFact(pack: Pack, fact: string): Cause | null {
  for (let position = 0; position < pack.causes; position++) {
    const cause = pack.cause(position);
    if (cause.signals[fact] !== undefined && cause.signals[fact] !== 'contra') return cause;
  }
  return null;
}

function byFact(step: DoctorStep, fact: string, { pack, texts, settings, module, requested }: Explaining): DoctorAnswer | null {
  const cause = causeOfFact(pack, fact);
  if (cause === null) return null;
  const captures: Captures = {
    ...settingCaptures(settings),
    module: { type: 'module', value: module },
    ...(requested !== null && { version: { type: 'version', value: requested } }),
    ...(step.host ? { host: { type: 'host', value: step.host.replace(/:\d+$/, '') }, sumdb_host: { type: 'host', value: step.host } } : {}),
  };
  return {
    step: step.id,
    cause: cause.id,
    code: cause.code,
    title: fillSentence(cause.title, captures, texts.sentence),
    why: fillSentence(cause.why, captures, texts.sentence),
    remedies: planRemedies(cause, captures, new Set([fact, ...(step.also ? [step.also] : [])]), () => null, texts.sentence),
    probes: [],
    discouraged: cause.discouraged.map(({ what, because }) => ({ what, because: fillSentence(because, captures, texts.sentence) })),
    docs: cause.docs.map(({ url }) => url),
  };
}

/** What a program printed is read as any log is. */
function byOutput(step: DoctorStep, transcript: string, { pack, linear, language, version, settings }: Explaining): DoctorAnswer | null {
  const session = createSession(pack, { name: step.id, version, language }, linear);
  const printed = [...settings].map(([name, value]) => `${name}='${value.replaceAll("'", '')}'\n`).join('');
  session.addEvidence('go env', printed);
  session.push(Buffer.from(transcript));
  const [first] = session.report().incidents.flatMap(({ verdict, hypotheses }) => (verdict === 'module-failure' ? hypotheses : []));
  if (!first) return null;
  const { cause, code, title, why, remedies, probes, discouraged, docs } = first;
  return { step: step.id, cause, code, title, why, remedies, probes, discouraged, docs };
}
