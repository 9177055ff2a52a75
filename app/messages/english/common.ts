/** Words that stand in many places. */
export const commonMessages = {
  "common.codes": "{count, plural, one {# code} other {# codes}}",
  "common.verbatim": "{text}",
} as const;
