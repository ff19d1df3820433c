import { test } from 'vitest';
import { killScans } from '../../scan/killed.ts';

test('S32: two hundred killed scans lose nothing that was said, and double nothing', () => killScans(200, 2000), 900_000);
