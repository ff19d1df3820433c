/** SHA-256 of a file. Its bytes come in order, but some may come again: whoever reads it next begins at its start. */
export interface FileHash {
  /** @param at where they stand in the file, no further than `length` */
  add(bytes: Uint8Array, at: number): void;
  /** Bytes that were taken so far. */
  readonly length: number;
  /** In hex; called once. */
  digest(): string;
}

export function createFileHash(): FileHash {
  const hash = createSha256();
  let length = 0;
  return {
    add(bytes, at) {
      const known = length - at;
      if (known < 0) throw new Error(`the hash of a file wants its bytes from ${length} on, not those from ${at} on`);
      if (known >= bytes.length) return;
      hash.update(known === 0 ? bytes : bytes.subarray(known));
      length = at + bytes.length;
    },
    get length() {
      return length;
    },
    digest: () => hash.digest('hex'),
  };
}

/** Loaded with the first hash: a scan that keeps nothing has none, and the module takes a megabyte in each thread. */
export function createSha256() {
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}
