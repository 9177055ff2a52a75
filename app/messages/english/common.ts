/** Words that stand in many places. */
export const commonMessages = {
  "common.codes": "{count, plural, one {# code} other {# codes}}",
} as const;
