/** Longest line that is kept, in UTF-16 units; what is beyond it in a line is dropped, so that memory stays flat. */
export const LONGEST_LINE = 65_536;

/** Cuts text that comes in pieces into lines; a line end may be cut in two. */
export interface LineSplitting {
  /** The lines this piece completed, without their line ends. */
  push(text: string): string[];
  /** The last line, if the text did not end with a line end. */
  end(): string[];
}

/**
 * Splits at LF, CRLF and CR, mixed as they come. A line longer than `LONGEST_LINE` comes out cut to `LONGEST_LINE + 1`
 * units, which is how a reader tells.
 */
export function createLineSplitting(): LineSplitting {
  let rest = "";
  let heldReturn = false;
  return {
    push(text) {
      if (text === "") return [];
      const whole = heldReturn ? `\r${text}` : text;
      heldReturn = whole.endsWith("\r");
      const lines = (heldReturn ? whole.slice(0, -1) : whole).split(/\r\n|\n|\r/);
      lines[0] = cut(rest + lines[0]);
      rest = cut(lines.pop() ?? "");
      return lines;
    },
    end() {
      const last = rest;
      const ended = heldReturn;
      rest = "";
      heldReturn = false;
      return last === "" && !ended ? [] : [last];
    },
  };
}

function cut(line: string): string {
  return line.length > LONGEST_LINE + 1 ? line.slice(0, LONGEST_LINE + 1) : line;
}
