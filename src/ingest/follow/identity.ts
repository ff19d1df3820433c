import type { BigIntStats } from 'node:fs';

/** Which file stands behind a name or descriptor: it stays the same when the file is renamed. */
export interface Identity {
  readonly device: bigint;
  readonly inode: bigint;
  /** When the file was made, since an inode is used again once its file is gone; 0 where the file system does not say. */
  readonly birth: bigint;
}

export function identityOf({ dev, ino, birthtimeNs }: BigIntStats): Identity {
  return { device: dev, inode: ino, birth: birthtimeNs };
}

export function isSame(one: Identity, other: Identity): boolean {
  return isSameInode(one, other) && one.birth === other.birth;
}

/** Enough while one of them is open: nothing else can have its inode then. */
export function isSameInode(one: Identity, other: Identity): boolean {
  return one.device === other.device && one.inode === other.inode;
}
