// Prints what go says in scenarios of the lab, what modwhy makes of it, and how its remedy ends:
// `node test/lab/show.ts [--explain | --loop] [NAME-PREFIX...]`.
import { explain } from './explain.ts';
import { SCENARIOS } from './scenarios/index.ts';
import { failingLog, openStage } from './stage.ts';
import { createToolbox } from './toolbox.ts';
import { transcript } from './transcript.ts';

const words = process.argv.slice(2);
const prefixes = words.filter((word) => !word.startsWith('--'));
const toolbox = createToolbox();
for (const scenario of SCENARIOS) {
  if (prefixes.length > 0 && !prefixes.some((prefix) => scenario.name.startsWith(prefix))) continue;
  const stage = await openStage(scenario, toolbox);
  if (words.includes('--loop')) {
    console.log(`${await transcript(scenario, stage)}\n`);
    await stage.close();
    continue;
  }
  const { log, code } = await failingLog(scenario, await stage.fresh());
  console.log(`=== ${scenario.name}: exit ${code}, expected ${scenario.expect.cause}\n${log}`);
  if (words.includes('--explain')) {
    const { verdict, incidents } = await explain(log);
    const shown = incidents[0]?.hypotheses.map(({ cause, label, remedies }) => ({
      cause,
      label,
      remedies: remedies.map((one) => `${one.id} ${one.applicability}`),
    }));
    console.log(JSON.stringify({ verdict, subject: incidents[0]?.subject, hypotheses: shown }, null, 1));
  }
  await stage.close();
}
toolbox.remove();
