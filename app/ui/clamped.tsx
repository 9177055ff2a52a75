import type { CSSProperties } from "react";

const THREE_LINES: CSSProperties = {
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: 3,
  overflow: "hidden",
  overflowWrap: "anywhere",
  whiteSpace: "normal",
};

/**
 * A text somebody wrote, in a row of a list: three lines of it at most, so that one row leaves room for the others, and read in its
 * own direction. All of it is there for who points at it or has it read aloud.
 */
export function Clamped({ children }: { children: string }) {
  return (
    <span style={THREE_LINES} title={children}>
      <bdi>{children}</bdi>
    </span>
  );
}
