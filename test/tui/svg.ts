import type xterm from '@xterm/headless';

// What a terminal of this palette shows, as a picture that a reviewer can open and a diff can read.
const PALETTE = ['#000000', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5'];
const BRIGHT = ['#666666', '#f14c4c', '#23d18b', '#f5f543', '#3b8eea', '#d670d6', '#29b8db', '#ffffff'];
const WIDTH = 8;
const HEIGHT = 17;

interface Look {
  readonly color: string;
  readonly back: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

/** The screen of a terminal as SVG: one text for each run of cells that look alike. */
export function toSvg(terminal: xterm.Terminal): string {
  const { cols, rows, buffer } = terminal;
  const parts: string[] = [];
  for (let y = 0; y < rows; y++) {
    const line = buffer.active.getLine(buffer.active.viewportY + y);
    let run: { at: number; columns: number; text: string; look: Look } | null = null;
    const close = () => {
      if (run) parts.push(...drawn(run.at, y, run.columns, run.text, run.look));
      run = null;
    };
    for (let x = 0; x < cols; x++) {
      const cell = line?.getCell(x);
      if (!cell || cell.getWidth() === 0) continue;
      const look = lookOf(cell);
      const open: { at: number; columns: number; text: string; look: Look } | null = run;
      if (open && JSON.stringify((open as { look: Look }).look) === JSON.stringify(look)) {
        (open as { text: string }).text += cell.getChars() || ' ';
        (open as { columns: number }).columns += cell.getWidth();
      } else {
        close();
        run = { at: x, columns: cell.getWidth(), text: cell.getChars() || ' ', look };
      }
    }
    close();
  }
  const [width, height] = [cols * WIDTH, rows * HEIGHT];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="monospace" font-size="13">`,
    `<title>a terminal of ${cols} columns and ${rows} rows</title>`,
    `<rect width="${width}" height="${height}" fill="#000000"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function drawn(at: number, y: number, columns: number, text: string, { color, back, bold, dim, underline }: Look): string[] {
  const rect = back ? [`<rect x="${at * WIDTH}" y="${y * HEIGHT}" width="${columns * WIDTH}" height="${HEIGHT}" fill="${back}"/>`] : [];
  if (text.trim() === '') return rect;
  const style = `${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.6"' : ''}${underline ? ' text-decoration="underline"' : ''}`;
  const blanks = text.length - text.trimStart().length;
  const shown = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    ...rect,
    `<text x="${(at + blanks) * WIDTH}" y="${y * HEIGHT + 13}" fill="${color}"${style} xml:space="preserve">${shown}</text>`,
  ];
}

function lookOf(cell: xterm.IBufferCell): Look {
  const front = colorOf(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor(), '#e5e5e5');
  const back = cell.isBgDefault() ? null : colorOf(false, cell.isBgPalette(), cell.getBgColor(), '#000000');
  const inverse = cell.isInverse() !== 0;
  return {
    color: inverse ? (back ?? '#000000') : front,
    back: inverse ? front : back,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}

function colorOf(standard: boolean, palette: boolean, value: number, otherwise: string): string {
  if (standard) return otherwise;
  if (palette) return value < 8 ? PALETTE[value]! : (BRIGHT[value - 8] ?? otherwise);
  return `#${value.toString(16).padStart(6, '0')}`;
}
