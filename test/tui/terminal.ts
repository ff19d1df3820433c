import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { toSvg } from './svg.ts';

// A terminal in this process: Ink draws into it, keys are sent to it, its screen is read back.

class FakeInput extends EventEmitter {
  readonly isTTY = true;
  private readonly queue: string[] = [];
  setRawMode() {
    return this;
  }
  setEncoding() {}
  ref() {}
  unref() {}
  resume() {}
  pause() {}
  read() {
    return this.queue.shift() ?? null;
  }
  send(text: string) {
    this.queue.push(text);
    this.emit('readable');
    this.emit('data', text);
  }
}

class FakeOutput extends EventEmitter {
  readonly isTTY = true;
  private readonly terminal: xterm.Terminal;
  pending = Promise.resolve();
  constructor(terminal: xterm.Terminal) {
    super();
    this.terminal = terminal;
  }
  get columns() {
    return this.terminal.cols;
  }
  get rows() {
    return this.terminal.rows;
  }
  getColorDepth() {
    return 24;
  }
  hasColors() {
    return true;
  }
  write(text: string, encoding?: unknown, callback?: () => void) {
    const done = typeof encoding === 'function' ? (encoding as () => void) : callback;
    this.pending = this.pending.then(() => new Promise<void>((resolve) => this.terminal.write(text, resolve)));
    void this.pending.then(() => done?.());
    return true;
  }
}

export function readScreen(terminal: xterm.Terminal): string {
  const { active } = terminal.buffer;
  const rows = Array.from({ length: terminal.rows }, (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '');
  return rows.join('\n').trimEnd();
}

export function mount(node: ReactNode, columns = 80, rows = 24) {
  const terminal = new xterm.Terminal({ cols: columns, rows, convertEol: true, allowProposedApi: true });
  const stdin = new FakeInput();
  const stdout = new FakeOutput(terminal);
  const app = render(node, {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    interactive: true,
    alternateScreen: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 1000,
  });
  let left = false;
  const exited = app.waitUntilExit().then(() => {
    left = true;
  });
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await app.waitUntilRenderFlush();
    await stdout.pending;
  };
  return {
    exited,
    hasLeft: () => left,
    async screen() {
      await settle();
      return readScreen(terminal);
    },
    async press(...keys: string[]) {
      for (const key of keys) {
        stdin.send(key);
        // Ink waits whether a lone Esc is the start of another key.
        if (key === '\u001b') await new Promise((resolve) => setTimeout(resolve, 60));
        await settle();
      }
      return readScreen(terminal);
    },
    async resize(width: number, height: number) {
      terminal.resize(width, height);
      stdout.emit('resize');
      await settle();
      return readScreen(terminal);
    },
    /** The screen as a picture. */
    svg: () => toSvg(terminal),
    close() {
      app.unmount();
      app.cleanup();
    },
  };
}
