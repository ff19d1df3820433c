/** `48,211`, in all languages. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `18.2 KB` */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const mega = bytes >= 1 << 20;
  return `${(bytes / (mega ? 1 << 20 : 1024)).toFixed(1)} ${mega ? 'MB' : 'KB'}`;
}
