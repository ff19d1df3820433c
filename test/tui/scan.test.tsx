import { afterEach, describe, expect, test } from 'vitest';
import { helpScreen } from '../../src/tui/screens/help/screen.ts';
import type { ScanModel } from '../../src/tui/screens/scan/model.ts';
import { type ScanSource, scanScreen } from '../../src/tui/screens/scan/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import type { Screen } from '../../src/tui/shell/screen.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { recordingWorld } from './recording-world.ts';
import { reading } from './scan-sample.ts';
import { mount } from './terminal.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

function open(first = reading, columns = 80, rows = 24) {
  let changed: (model: ScanModel) => void = () => {};
  const did: string[] = [];
  const source: ScanSource = {
    first,
    follow(call) {
      changed = call;
      return () => did.push('end');
    },
    stop: () => did.push('stop'),
    explain: async ({ name }) => {
      did.push(name);
      return helpScreen([], 'explain') as unknown as Screen<unknown, unknown, unknown>;
    },
  };
  const ui = mount(
    <App
      screen={scanScreen(source)}
      look={{ glyphs: glyphsOf(false) }}
      theme={themeOf('mono', true)}
      world={recordingWorld().world}
      stop={null}
    />,
    columns,
    rows,
  );
  close = ui.close;
  return { ...ui, did, change: (model: ScanModel) => changed(model) };
}

/** Nothing but what every scan knows. */
const plain = ({ known: _known, reading: _reading, days: _days, groups, ...rest }: ScanModel): ScanModel => ({
  ...rest,
  groups: groups.map(({ lastSeen: _last, days: _of, same: _same, fix: _fix, ...group }) => group),
});

describe('whole screens', () => {
  test('80x24', async () => expect(await open().screen()).toMatchSnapshot());
  test('140x40', async () => expect(await open(reading, 140, 40).screen()).toMatchSnapshot());
  test('40x10', async () => expect(await open(reading, 40, 10).screen()).toMatchSnapshot());
  test('50x12', async () => expect(await open(reading, 50, 12).screen()).toMatchSnapshot());
  test('140x40 without days, what is the same, and workers', async () =>
    expect(await open(plain(reading), 140, 40).screen()).toMatchSnapshot());
  test('130x16: lists keep their rows', async () => expect(await open(reading, 130, 16).screen()).toMatchSnapshot());
  test('nothing found', async () => {
    const empty = { ...reading, phase: 'done', groups: [], problems: [], files: { done: 0, total: 0 }, known: 0 } as const;
    expect(await open(empty).screen()).toMatchSnapshot();
  });
});

test('the choice stays with its cause while others overtake it', async () => {
  const ui = open();
  expect(await ui.press('j')).toMatch(/^> +133 /m);
  const [none, sum, ...rest] = reading.groups;
  ui.change({ ...reading, groups: [none!, { ...sum!, count: 500 }, ...rest] });
  expect(await ui.screen()).toMatch(/^> +500 {2}GM0602/m);
});

test('sorts, filters, stops, and opens one file', async () => {
  const ui = open();
  expect(await ui.press('S', 'S')).toMatch(/first seen first[\s\S]*GM0602[\s\S]*GM0401/);
  expect(await ui.press('/', 'go.sum')).not.toContain('GM0401');
  await ui.press('\r', '\r', 'j', '\r', 'q', 'x');
  expect(ui.did).toEqual(['logs/sum-2.log', 'stop']);
  ui.change({ ...reading, phase: 'stopped' });
  expect(await ui.press('x')).toContain('stopped: what was read is shown');
  expect(await ui.press('q').then(() => ui.did)).toEqual(['logs/sum-2.log', 'stop', 'end']);
});
