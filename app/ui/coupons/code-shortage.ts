import { type Sentence, sentence } from "~/messages/sentence";

/**
 * What deleting a coupon with codes of its own means for shoppers who wait for one, where the codes left are fewer than
 * they are; null where there are enough.
 */
export function codeShortage({ promised, left }: { promised: number; left: number }): Sentence | null {
  return left >= promised ? null : sentence("delete_coupon.shortage", { promised, left, missing: promised - left });
}
