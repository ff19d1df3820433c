import { goSum, type LabModule } from './module-zip.ts';

// Small packages without imports, so that nothing of the standard library has to be compiled.

/** A library with two versions. */
export const strutil: LabModule = {
  path: 'github.com/acme/strutil',
  version: 'v1.0.0',
  files: { 'strutil.go': 'package strutil\n\nfunc Same(s string) string { return s }\n' },
};
export const strutil11: LabModule = {
  ...strutil,
  version: 'v1.1.0',
  files: { ...strutil.files, 'pad/pad.go': 'package pad\n\nconst Width = 8\n' },
};

/** A module with a major version suffix. */
export const loggerV2: LabModule = {
  path: 'github.com/acme/logger/v2',
  version: 'v2.3.0',
  files: { 'logger.go': 'package logger\n\nconst Level = 1\n' },
};

/** Depends on strutil v1.1.0. */
export const table: LabModule = {
  path: 'github.com/acme/table',
  version: 'v1.2.0',
  files: {
    'go.mod': 'module github.com/acme/table\n\ngo 1.21\n\nrequire github.com/acme/strutil v1.1.0\n',
    'table.go': 'package table\n\nimport _ "github.com/acme/strutil/pad"\n\nconst Columns = 2\n',
  },
};

/** A module of the company: behind a vanity page, in a repository that only its own people may read. */
export const corpLib: LabModule = {
  path: 'corp.example.com/lib',
  version: 'v1.2.3',
  files: { 'lib.go': 'package lib\n\nconst Name = "lib"\n', 'go.mod': 'module corp.example.com/lib\n\ngo 1.21\n' },
};

/** Modules that the public servers of most scenarios have. */
export const PUBLIC = [strutil, strutil11, loggerV2, table];

/** `go.mod` of the project with these requirements. */
export function appGoMod(...requirements: readonly LabModule[]): string {
  const lines = requirements.map((module) => `require ${module.path} ${module.version}\n`);
  return `module example.com/app\n\ngo 1.21\n\n${lines.join('')}`;
}

/** A Go file of the project that imports these packages. */
export function importing(...packages: readonly string[]): string {
  return `package app\n\n${packages.map((one) => `import _ "${one}"\n`).join('')}`;
}

/** A healthy project that needs strutil v1.0.0. */
export const HEALTHY = {
  'go.mod': appGoMod(strutil),
  'go.sum': goSum(strutil),
  'app.go': importing('github.com/acme/strutil'),
};

/** The same without go.sum, so that the checksum database is asked. */
export const WITHOUT_SUM = { 'go.mod': HEALTHY['go.mod'], 'app.go': HEALTHY['app.go'] };
