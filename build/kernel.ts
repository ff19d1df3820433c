import { readFileSync } from 'node:fs';
import path from 'node:path';
import { main } from 'assemblyscript/asc';

const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort=', '--initialMemory', '40'];

/**
 * The line filter as WebAssembly.
 * @param file the source that gives out what can be called
 * @throws Error with what the compiler says
 */
export async function compileKernel(file: string): Promise<Uint8Array> {
  let compiled: Uint8Array | null = null;
  const { error, stderr } = await main([file, '--outFile', 'filter.wasm', ...options], {
    readFile: (name, folder) => readSource(path.resolve(folder, name)),
    writeFile: (name, contents) => {
      if (name === 'filter.wasm') compiled = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || compiled === null) throw new Error(`${file} does not compile:\n${stderr.toString()}`);
  return compiled;
}

/** Null for a file that is not there, which the compiler then looks for elsewhere. */
function readSource(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
