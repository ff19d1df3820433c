import { eachLine, type Skin } from './matrix/skin.ts';

const log = (output: string, exitCode: number, step: string, name: string) =>
  [
    'starting build "0a1b2c3d-0000-4000-8000-0123456789ab"',
    '',
    'FETCHSOURCE',
    'Fetching storage object: gs://northwind_cloudbuild/source/1767323045.tgz#1767323046',
    'BUILD',
    `Starting Step #0${name && ' - "lint"'}`,
    `Step #0${name && ' - "lint"'}: Already have image (with digest): gcr.io/cloud-builders/gcloud`,
    `Finished Step #0${name && ' - "lint"'}`,
    `Starting ${step}${name}`,
    `${step}${name}: Pulling image: golang:1.24`,
    eachLine(output, (text) => `${step}${name}: ${text}`).trimEnd(),
    `Finished ${step}${name}`,
    'ERROR',
    `ERROR: build step 1 "golang:1.24" failed: step exited with non-zero status: ${exitCode}`,
    '--------------------------------------------------------------------------------',
    '',
    `BUILD FAILURE: Build step failure: build step 1 "golang:1.24" failed: step exited with non-zero status: ${exitCode}`,
    'ERROR: (gcloud.builds.submit) build 0a1b2c3d-0000-4000-8000-0123456789ab completed with status "FAILURE"',
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  {
    name: 'Google Cloud Build',
    dialects: ['google-cloud-build'],
    place: 'ci',
    loses: ['command'],
    dress: ({ output, exitCode }) => log(output, exitCode, 'Step #1', ' - "build"'),
  },
  {
    name: 'Google Cloud Build, steps without names',
    dialects: ['google-cloud-build'],
    place: 'ci',
    loses: ['command'],
    dress: ({ output, exitCode }) => log(output, exitCode, 'Step #1', ''),
  },
];
