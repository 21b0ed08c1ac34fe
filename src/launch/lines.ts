/** The longest line that is passed on whole; longer ones come in pieces. */
const longestLine = 16_384;

/** Cuts a stream of text into lines. The function it gives takes the next piece; `undefined` is the end. */
export function lineCutter(onLine: (line: string) => void): (text: string | undefined) => void {
  let rest = "";
  return (text) => {
    if (text === undefined) {
      if (rest !== "") onLine(rest);
      rest = "";
      return;
    }
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
    if (rest.length >= longestLine) {
      onLine(rest);
      rest = "";
    }
  };
}
