import type { Texts } from './texts.ts';
import { advice, limit } from './zh-advice.ts';
import { contrast, domain } from './zh-domain.ts';
import { beside, fact } from './zh-fact.ts';

/** Everything that a diagnosis says in its own words, in Chinese. */
export const diagnosis: Texts['diagnosis'] = { domain, fact, beside, contrast, advice, limit };
