/** 1-based, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The place of an offset of the text. Counted by ourselves: the parser's own counter misses lines after some
 * faults. The lines are counted at the first question.
 */
export function placesIn(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const within = Math.min(Math.max(offset, 0), text.length);
    let line = 0;
    let end = starts.length;
    while (end - line > 1) {
      const middle = (line + end) >>> 1;
      if ((starts[middle] ?? 0) <= within) line = middle;
      else end = middle;
    }
    return { line: line + 1, column: within - (starts[line] ?? 0) + 1 };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
