import { promises } from 'node:dns';

/** Whether a name server answers here that a host does not exist; without one go says other things. */
export async function resolvesNames(): Promise<boolean> {
  const resolver = new promises.Resolver({ timeout: 1000, tries: 1 });
  return resolver.resolve4('goproxy.invalid').then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOTFOUND',
  );
}
