/**
 * How many of the first items are so, by halves. It is the position of the first one that is not, too.
 * @param count of all items; when one of them is not so, none behind it is
 */
export function countWhile(count: number, is: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
