/** A typed text as a store takes it: without NUL, cut to `most` characters, and no half of a sign of two. */
export function storableText(typed: string, most = Infinity): string {
  return typed.replaceAll('\0', '').slice(0, most).toWellFormed();
}
