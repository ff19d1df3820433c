import { advice, limit } from './en-advice.ts';
import { contrast, domain } from './en-domain.ts';
import { beside, fact } from './en-fact.ts';

/** Everything that a diagnosis says in its own words. */
export const diagnosis = { domain, fact, beside, contrast, advice, limit } as const;
