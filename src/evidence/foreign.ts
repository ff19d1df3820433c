// Gradle's own words for its tasks and build cache (org.gradle.caching, BuildCacheController; `--info`, `-Dorg.gradle.caching.debug=true`).
const gradle =
  /^(?:\S{0,40} )?(?:> Task :\S+ (?:FROM-CACHE|UP-TO-DATE|NO-SOURCE)|Build cache key for \S.{0,200} is [0-9a-f]{16,}|(?:Stored|Loaded) cache entry for \S.{0,200} (?:with cache key|from)|Task output caching)/m;

/** Whether a text is what Gradle says of its cache by task: Go's build cache keeps no such record, and it is often taken for one. */
export function isGradleCacheLog(text: string): boolean {
  return gradle.test(text.slice(0, 1 << 20));
}
