import type { CauseRule } from '../../src/catalog/schema.ts';

/** What a run of the lab has shown: `CAUSE REMEDY: SCENARIO` for each remedy that helped, `SCENARIO: REASON` for what this machine cannot play. */
export interface LabRun {
  readonly healed: readonly string[];
  readonly notPlayed: readonly string[];
}

/** Remedies that promise to help and that no scenario of this run has helped, as `CAUSE REMEDY`; without those whose scenarios all could not be played. */
export function unproven(causes: readonly Pick<CauseRule, 'id' | 'remedies'>[], { healed, notPlayed }: LabRun): string[] {
  const ran = new Set(healed);
  const skipped = new Set(notPlayed.map((row) => row.slice(0, row.indexOf(': '))));
  return causes.flatMap(({ id: cause, remedies }) =>
    remedies
      .filter(({ applicability }) => applicability === 'automatic' || applicability === 'confirm')
      .filter(({ id, proof }) => {
        const names = proof.map((lab) => lab.replace(/^lab:/, ''));
        const impossible = names.length > 0 && names.every((name) => skipped.has(name));
        return !impossible && !names.some((name) => ran.has(`${cause} ${id}: ${name}`));
      })
      .map(({ id }) => `${cause} ${id}`),
  );
}
