/** What screens do to the world outside the terminal. Tests give their own. */
export interface World {
  /** @returns the program that took it, or null when only the terminal was asked */
  copy(text: string): Promise<string | null>;
  /** @returns false when no browser could be started */
  openDocs(url: string): Promise<boolean>;
}
