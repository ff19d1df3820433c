import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

const sentences: Readonly<Record<string, ConstructorParameters<typeof ModwhyError>>> = {
  ENOENT: ['E_NOT_FOUND', say`there is no such file; check the name and the folder you are in`],
  ENOTDIR: ['E_NOT_FOUND', say`there is no such file: a part of its path is not a folder; check the name`],
  ENAMETOOLONG: ['E_NOT_FOUND', say`there is no such file: the name is too long; to explain a text, pipe it in`],
  ELOOP: ['E_READ', say`it cannot be read: its symbolic links go in a circle; name the file itself`],
  EISDIR: ['E_DIRECTORY', say`this is a folder, and logs are files; name the files in it, for example with a pattern such as "logs/*.log"`],
  EACCES: ['E_READ', say`it cannot be read: permission denied; allow reading it (chmod +r), or copy it`],
  EPERM: ['E_READ', say`it cannot be read: permission denied; allow reading it, or copy it`],
  ENXIO: ['E_READ', say`it cannot be read: it is a socket, not a file; pipe its output in`],
  EMFILE: ['E_READ', say`it cannot be read: too many files are open; raise the limit (ulimit -n)`],
};

/** One sentence for what the system says: what, why, what to do. */
export function readFailure(error: NodeJS.ErrnoException): ModwhyError {
  const [code, message] = sentences[error.code ?? ''] ?? ['E_READ', say`it cannot be read: ${error.message}; try again, or copy it first`];
  return new ModwhyError(code, message, { cause: error });
}
