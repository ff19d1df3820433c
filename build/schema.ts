import { z } from 'zod';
import { blameSchema } from '../src/model/blame.ts';
import { bypassReportSchema } from '../src/model/bypass.ts';
import { cacheReportSchema } from '../src/model/cache.ts';
import { compareSchema } from '../src/model/compare.ts';
import { doctorReportSchema } from '../src/model/doctor.ts';
import { envDiffSchema } from '../src/model/env-diff.ts';
import { envWhySchema } from '../src/model/env-why.ts';
import { historyReportSchema } from '../src/model/history-report.ts';
import { reportSchema } from '../src/model/report.ts';
import { reproSchema } from '../src/model/repro.ts';
import { routeReportSchema } from '../src/model/route.ts';
import { treeReportSchema } from '../src/model/tree.ts';

/** The JSON Schema of a report. Readers ignore fields they do not know, so it forbids none: that is the `input` side of the zod schema. */
export function schemaText(): string {
  const schema = z.toJSONSchema(reportSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'modwhy report, schemaVersion 1' }, null, 2)}\n`;
}

/** The same for what `modwhy route` prints. */
export function routeSchemaText(): string {
  const schema = z.toJSONSchema(routeReportSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'modwhy route, schemaVersion 1' }, null, 2)}\n`;
}

/** The same for what `modwhy tree` prints. */
export function treeSchemaText(): string {
  const schema = z.toJSONSchema(treeReportSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'modwhy tree, schemaVersion 1' }, null, 2)}\n`;
}

/** The same for what `modwhy cache` prints. */
export function cacheSchemaText(): string {
  const schema = z.toJSONSchema(cacheReportSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'modwhy cache, schemaVersion 1' }, null, 2)}\n`;
}

/** What the commands that compare and look up print, by the name of the file below `schema/`. */
export const toolSchemas: Readonly<Record<string, z.ZodType>> = {
  'env-diff': envDiffSchema,
  'env-why': envWhySchema,
  compare: compareSchema,
  blame: blameSchema,
  repro: reproSchema,
  doctor: doctorReportSchema,
  bypass: bypassReportSchema,
  history: historyReportSchema,
};

/** The same for one of them. */
export function toolSchemaText(name: string): string {
  const schema = z.toJSONSchema(toolSchemas[name]!, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: `modwhy ${name.replace('-', ' ')}, schemaVersion 1` }, null, 2)}\n`;
}
