import { z } from 'zod';

// What the reports of the commands beside `explain` have in common.

/** @param type as `type` of the JSON says */
export function toolReport<Name extends string, Fields extends z.core.$ZodLooseShape>(type: Name, fields: Fields) {
  return z.object({
    schemaVersion: z.literal(1),
    type: z.literal(type),
    tool: z.object({ name: z.literal('modwhy'), version: z.string() }),
    ...fields,
    notes: z.array(z.string()),
    redactions: z.int(),
  });
}
