/** Unpacks gzip into memory of the caller: no buffers and events of a stream, which take four times as long. */
export interface Gunzip {
  /** Forgets what came: what is unpacked next begins a file. */
  reset(): void;
  /**
   * Unpacks until the input is used up or the output is full.
   * @param last nothing comes behind this input
   * @returns how much of both is left; null when the data is damaged, or ends too early
   */
  unpack(input: Uint8Array, output: Uint8Array, last: boolean): { readonly input: number; readonly output: number } | null;
}

// What zlib.gunzipSync of Node calls: lib/zlib.js, processChunkSync.
interface Handle {
  reset(): void;
  onerror(): void;
  writeSync(flush: number, input: Uint8Array, from: number, length: number, output: Uint8Array, to: number, room: number): void;
}
interface Inside {
  readonly _handle?: Partial<Handle>;
  /** What is left of the output, and of the input. */
  readonly _writeState?: Uint32Array;
}

let known: Gunzip | null | undefined;

/** One for all who ask in this thread, one after the other; null where Node has no such thing inside, or it does something else than it should. */
export function openGunzip(): Gunzip | null {
  if (known === undefined) known = tested(create());
  return known;
}

function create(): Gunzip | null {
  const { constants, createGunzip } = process.getBuiltinModule('node:zlib');
  const { _handle: handle, _writeState: state } = createGunzip() as unknown as Inside;
  if (typeof handle?.writeSync !== 'function' || typeof handle.reset !== 'function' || !(state instanceof Uint32Array)) return null;
  const { Z_FINISH, Z_NO_FLUSH } = constants;
  const open = handle as Handle;
  let failed = false;
  open.onerror = () => {
    failed = true;
  };
  return {
    reset() {
      failed = false;
      open.reset();
    },
    unpack(input, output, last) {
      if (!failed) open.writeSync(last ? Z_FINISH : Z_NO_FLUSH, input, 0, input.length, output, 0, output.length);
      return failed ? null : { output: state[0]!, input: state[1]! };
    },
  };
}

/** Tries it with two members, what is cut, and what is damaged. */
function tested(gunzip: Gunzip | null): Gunzip | null {
  const { gzipSync } = process.getBuiltinModule('node:zlib');
  const [one, two] = [Buffer.from('one\n'.repeat(99)), Buffer.from('two')];
  const packed = Buffer.concat([gzipSync(one), gzipSync(two)]);
  const whole = Buffer.concat([one, two]);
  const output = Buffer.alloc(whole.length + 1);
  const broken = Buffer.from(packed);
  broken.fill(0xff, 12, 20);
  try {
    if (!gunzip) return null;
    gunzip.reset();
    const left = gunzip.unpack(packed, output, false);
    const fits = left?.input === 0 && left.output === 1 && output.subarray(0, whole.length).equals(whole);
    const ends = gunzip.unpack(packed.subarray(0, 0), output, true)?.output === output.length;
    gunzip.reset();
    const cut =
      gunzip.unpack(packed.subarray(0, -9), output, false) !== null && gunzip.unpack(packed.subarray(0, 0), output, true) === null;
    gunzip.reset();
    const damaged = gunzip.unpack(broken, output, true) === null;
    return fits && ends && cut && damaged ? gunzip : null;
  } catch {
    return null;
  }
}
