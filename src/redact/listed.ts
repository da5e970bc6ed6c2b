/** A set of lower-case words written as running text. */
export function listed(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(/\s+/).filter((word) => word !== '')));
}
