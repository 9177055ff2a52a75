import { InlineError } from "@shopify/polaris";
import { useEffect, useRef } from "react";

/**
 * What is wrong with something that cannot have the focus, such as a place to drop files. It is said aloud and brought to where
 * the merchant looks: the button that was pressed may stand far below.
 */
export function ProblemInView({ fieldId, message }: { fieldId: string; message: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What it returns is a promise in newer browsers: no clean-up.
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <div ref={place} role="alert" style={{ overflowWrap: "anywhere" }}>
      <InlineError fieldID={fieldId} message={message} />
    </div>
  );
}
