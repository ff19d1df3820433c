/** The tags of a page with the names of their attributes, without any text: outside text must never change them. */
export function skeletonOf(html: string): string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace(/<script>[\s\S]*?<\/script>/, '<script></script>');
  return Array.from(body.matchAll(/<(?:[^>"]|"[^"]*")*>/g), ([tag]) => tag.replace(/"[^"]*"/g, '""'));
}
