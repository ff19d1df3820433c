import type { Finding } from '../model/finding.ts';
import { outerShare, outOfPlaceShare } from './weights.ts';

/**
 * Lowers the share of findings that say less than they seem to:
 * words that any program prints, outside a module message; hearsay; and wrappers around an inner frame.
 * @param aboutModules whether anything in the same segment speaks of modules
 */
export function weighFindings(findings: readonly Finding[], aboutModules: () => boolean): void {
  let innermost = -1;
  for (const finding of findings) {
    if (finding.signal.generic && !finding.unit.aboutModules) {
      finding.share = aboutModules() ? outOfPlaceShare : 0;
      finding.reduced = 'out-of-place';
    } else if (finding.reduced === 'hearsay') finding.share = 0;
    else if (finding.signal.role === 'error' && finding.end > innermost) innermost = finding.end;
  }
  for (const finding of findings) {
    if (finding.reduced !== null || finding.signal.role !== 'error' || finding.end >= innermost) continue;
    finding.share = outerShare;
    finding.reduced = 'outer';
  }
}
