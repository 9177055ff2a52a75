/**
 * What deleting a coupon with codes of its own means for shoppers who wait for one, where the codes left are fewer than
 * they are; null where there are enough.
 */
export function codeShortage({ promised, left }: { promised: number; left: number }): string | null {
  if (left >= promised) return null;
  return `${codesLeft(left)}: ${whoGoesWithout(promised, left)} unless you upload more codes before you delete the coupon.`;
}

function codesLeft(left: number): string {
  if (left === 0) return "No codes are left";
  return left === 1 ? "Only 1 code is left" : `Only ${left} codes are left`;
}

function whoGoesWithout(promised: number, left: number): string {
  if (promised === 1) return "the shopper will get nothing";
  if (left === 0) return `none of the ${promised} shoppers will get anything`;
  return `${promised - left} of the ${promised} shoppers will get nothing`;
}
