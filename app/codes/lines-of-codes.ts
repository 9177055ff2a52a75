import type { CodeLine } from "./files/read-code";

/** Which line of the file the code at each position of a pool came from. */
export interface LinesOfCodes {
  /** Notes the lines of the codes at the next positions. */
  add(lines: Pick<CodeLine, "line">[]): void;
  /** The line of the code at a position that was noted, both counted from 1. */
  lineOf(position: number): number;
}

/**
 * Begins at position 1. Codes mostly stand on one line after the other: only where such a run begins is kept, or a file of ten
 * million codes would take as many numbers.
 */
export function linesOfCodes(): LinesOfCodes {
  const starts: number[] = [];
  const offsets: number[] = [];
  let last = 0;
  return {
    add(lines) {
      for (const { line } of lines) {
        last += 1;
        if (line - last === offsets.at(-1)) continue;
        starts.push(last);
        offsets.push(line - last);
      }
    },
    lineOf: (position) => position + (offsets[starts.findLastIndex((start) => start <= position)] ?? 0),
  };
}
