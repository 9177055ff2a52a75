/** Words that stand in many places. */
export const commonMessages = {
  "common.codes": "{count, plural, one {# code} other {# codes}}",
  "common.verbatim": "{text}",
  "common.back": "Back",
  "common.cancel": "Cancel",
  "common.unknown_shopper": "Unknown shopper",
  "common.laurel": "Laurel",
  "common.coupons": "Coupons",
} as const;
