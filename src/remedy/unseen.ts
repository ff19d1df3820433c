// Line ends would end what is pasted, terminals obey some of the others, and nobody sees them.
const unseen = () => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
// Tables of Unicode are slow to make, and most commands and values need none.
const plain = /^[\x20-\x7e]*$/;

/** Whether a text has characters that must not stand in what is typed or pasted. */
export function hasUnseen(text: string): boolean {
  return !plain.test(text) && unseen().test(text);
}
