import type { Prompt } from './screen.ts';

/** A prompt with what was typed so far. */
export interface TypedPrompt {
  readonly question: Prompt;
  readonly text: string;
}

const MOST_TYPED = 1000;

/** What one key makes of a prompt. */
export function typeKey(prompt: TypedPrompt, key: string): TypedPrompt | 'submitted' | 'cancelled' {
  if (key === 'return') return 'submitted';
  if (key === 'escape') return 'cancelled';
  if (key === 'ctrl+u') return { ...prompt, text: '' };
  if (key === 'backspace') return prompt.text === '' ? 'cancelled' : { ...prompt, text: Array.from(prompt.text).slice(0, -1).join('') };
  const letter = key === 'space' ? ' ' : key;
  return Array.from(letter).length === 1 ? typeText(prompt, letter) : prompt;
}

/** Text that was pasted into a prompt: its line ends would submit it, so they are left out. */
export function typeText(prompt: TypedPrompt, text: string): TypedPrompt {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
  return { ...prompt, text: (prompt.text + plain).slice(0, MOST_TYPED) };
}
