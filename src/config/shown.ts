/**
 * A text of the file as it may appear in a problem: what a terminal would obey, or a reader could not see, is
 * written as \u{…}; the user name and password of a URL are left out.
 */
export function shown(text: string): string {
  return text
    .replace(/:\/\/[^\s/"@]*@/g, "://…@")
    .replace(
      /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
}
