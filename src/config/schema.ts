import { z } from 'zod';
import { durationOf, durationPattern } from '../model/duration.ts';

const trigger = /^(?:\*|[a-z][a-z0-9-]*\.(?:\*|[a-z0-9][a-z0-9-]*))$/;

const policyRow = z.strictObject({
  trigger: z.string().regex(trigger, 'expected a cause such as goproxy.server-error, a family such as network.*, or *'),
  action: z.enum(['retry', 'never'], 'expected retry or never'),
  who: z.enum(['automatic', 'person'], 'expected automatic or person').default('automatic'),
});

/** What may stand in a config file. Names are those of the flags. */
export const configSchema = z.strictObject({
  'retry-if-transient': z
    .int('expected a number from 0 to 20')
    .min(0, 'expected a number from 0 to 20')
    .max(20, 'expected a number from 0 to 20')
    .optional(),
  'retry-budget': z
    .string('expected a time such as 90s or 5m')
    .regex(durationPattern, 'expected a time such as 90s or 5m')
    .transform(durationOf)
    .optional(),
  here: z.boolean('expected true or false').optional(),
  history: z
    .strictObject({
      keep: z
        .string('expected a time such as 180d')
        .regex(/^[1-9]\d{0,4}[hdw]$/, 'expected a time such as 180d')
        .optional(),
    })
    .optional(),
  policy: z.array(policyRow, 'expected a list of rows with trigger, action and who').max(1000).default([]),
});

export type Config = z.output<typeof configSchema>;
