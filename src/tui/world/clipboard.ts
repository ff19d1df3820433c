import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** The terminal's own way: it works over ssh and in tmux, and nobody answers. */
export function osc52(text: string): string {
  return `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;
}

/**
 * Gives a text to the clipboard program of this system.
 * @returns the program's name, or null when none took it
 */
export async function copyWithProgram(text: string, platform: string, env: Environment): Promise<string | null> {
  for (const [program, ...args] of programs(platform, env)) if (await feed(program!, args, text)) return program!;
  return null;
}

function programs(platform: string, env: Environment): string[][] {
  if (platform === 'darwin') return [['pbcopy']];
  if (platform === 'win32') return [['clip.exe']];
  // Without a display they would fail or wait for one; over ssh the clipboard would be that of the wrong machine.
  if (env.SSH_CONNECTION) return [];
  return [
    ...(env.WAYLAND_DISPLAY ? [['wl-copy']] : []),
    ...(env.DISPLAY
      ? [
          ['xclip', '-selection', 'clipboard'],
          ['xsel', '--clipboard', '--input'],
        ]
      : []),
    ...(env.WSL_DISTRO_NAME ? [['clip.exe']] : []),
  ];
}

const PATIENCE = 2000;

function feed(program: string, args: readonly string[], text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => resolve(false));
    child.stdin.end(text);
  });
}
