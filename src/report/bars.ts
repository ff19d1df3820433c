const BLOCKS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const HEIGHTS = '▁▂▃▄▅▆▇█';
const ASCII_HEIGHTS = '.:-=+*#@';

/** A bar of at most so many columns; what is not nothing is never empty. */
export function bar(value: number, most: number, width: number, ascii = false): string {
  if (value <= 0 || most <= 0) return '';
  const columns = (value / most) * width;
  if (ascii) return '#'.repeat(Math.max(1, Math.round(columns)));
  const eighths = Math.max(1, Math.round(columns * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + BLOCKS[eighths % 8]!;
}

/** A row of bars, one column each; a blank for nothing. */
export function sparkline(values: readonly number[], most: number, ascii = false): string {
  const heights = ascii ? ASCII_HEIGHTS : HEIGHTS;
  return values
    .map((value) => (value <= 0 || most <= 0 ? ' ' : heights[Math.min(7, Math.max(0, Math.ceil((value / most) * 8) - 1))]!))
    .join('');
}
