import { TextField } from "@shopify/polaris";
import { createElement, type ReactElement } from "react";
import type { Finding } from "./support/audit";

/** Something axe finds in a component of Polaris however it is used; nothing in this repository can mend it. */
export interface PolarisFinding {
  /** Id of axe's rule. */
  rule: string;
  /** Version of @shopify/polaris it was seen in. */
  version: string;
  /** Class of the element that Polaris renders. */
  className: string;
  /** What is wrong, and what it means to people. */
  reason: string;
  /** The component by itself: the finding is there too, so it is not the way we use it. */
  alone: ReactElement;
}

/** All that is excused. An entry that no longer occurs fails the test, and so does another version of Polaris. */
export const POLARIS_FINDINGS: readonly PolarisFinding[] = [
  {
    rule: "aria-prohibited-attr",
    version: "13.9.5",
    className: "Polaris-TextField__CharacterCount",
    reason: "TextField labels its character count, a div without a role. Screen readers may read “0/255” instead.",
    alone: createElement(TextField, {
      label: "Description",
      value: "",
      maxLength: 255,
      showCharacterCount: true,
      autoComplete: "off",
      onChange: () => undefined,
    }),
  },
];

/** Whether a finding is this one: the same rule, on the element Polaris renders. */
export function isPolarisFinding({ rule, html }: Finding, listed: PolarisFinding): boolean {
  const openingTag = html.slice(0, html.indexOf(">"));
  return rule === listed.rule && openingTag.includes(listed.className);
}
