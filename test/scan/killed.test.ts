import { test } from 'vitest';
import { killScans } from './killed.ts';

test('S32: scans that are killed at any moment lose nothing that was said, and double nothing', () => killScans(20, 300), 120_000);
