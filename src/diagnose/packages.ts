import type { Capture, Finding } from '../model/finding.ts';

/** The packages that these findings name, each once, in the order of the log. */
export function packagesOf(findings: readonly Finding[]): string[] {
  const inOrder = findings.filter(({ signal }) => signal.role === 'error').sort((a, b) => a.line.number - b.line.number);
  return [...new Set(inOrder.flatMap(({ captures }) => captures.package?.value ?? []))];
}

/** `packages` has all of them, `and_more` says how many there are behind the first. */
export function packageCaptures(packages: readonly string[]): Record<string, Capture> {
  const more = packages.length - 1;
  return {
    ...(packages.length > 0 && { packages: listCapture(packages) }),
    ...(more > 0 && { and_more: { type: 'text', value: ` and ${more} more package${more === 1 ? '' : 's'}` } as const }),
  };
}

/** Packages of the main module itself, and those of others. */
export function splitCaptures(packages: readonly string[], isOwn: (path: string) => boolean): Record<string, Capture> {
  const others = packages.filter((path) => !isOwn(path));
  return {
    own_packages: listCapture(packages.filter(isOwn)),
    ...(others.length > 0 && { other_packages: listCapture(others) }),
  };
}

function listCapture(packages: readonly string[]): Capture {
  return { type: 'packages', value: packages.join(' ') };
}
