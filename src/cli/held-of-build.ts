/** Characters of lines that matter, held from the start and again from the end of each build: a look at all of them takes some tenths of a second. */
export const heldOfBuild = 8 << 20;
