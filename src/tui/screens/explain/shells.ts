import type { Place } from '../../../model/report.ts';

/** Shells whose commands can be shown instead; names, the same in every language. */
export const shellNames: Readonly<Partial<Record<Place, string>>> = { posix: 'sh', powershell: 'PowerShell', cmd: 'cmd.exe' };
