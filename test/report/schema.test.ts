import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeSchemaText, schemaText, toolSchemas, toolSchemaText, treeSchemaText } from '../../build/schema.ts';
import { errorRowSchema, reportSchema } from '../../src/model/report.ts';
import { errorRow, renderNdjson } from '../../src/report/ndjson.ts';
import { report, testFailure, unknownFailure } from './sample.ts';

test.each([
  ['module failure', report()],
  ['test failure', testFailure()],
  ['unknown', unknownFailure()],
])('%s is a report', (_, sample) => {
  expect(reportSchema.parse(JSON.parse(renderNdjson(sample)))).toEqual(sample);
});

test('an error row', () => {
  const row = errorRow(1, 'x.log', { code: 'E_READ', message: 'no' });
  expect(errorRowSchema.parse(JSON.parse(renderNdjson(row)))).toEqual(row);
});

test('schema/report-v1.json is what the code says', () => {
  expect(readFileSync('schema/report-v1.json', 'utf8')).toBe(schemaText());
});

test('schema/route-v1.json is what the code says', () => {
  expect(readFileSync('schema/route-v1.json', 'utf8')).toBe(routeSchemaText());
});

test('schema/tree-v1.json is what the code says', () => {
  expect(readFileSync('schema/tree-v1.json', 'utf8')).toBe(treeSchemaText());
});

test.each(Object.keys(toolSchemas))('schema/%s-v1.json is what the code says', (name) => {
  expect(readFileSync(`schema/${name}-v1.json`, 'utf8')).toBe(toolSchemaText(name));
});
