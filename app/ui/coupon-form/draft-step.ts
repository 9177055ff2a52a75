import type { ListedCoupon } from "~/insights/list-coupons.server";

type Draft = Pick<ListedCoupon, "description" | "codeType" | "staticCode" | "codesLeft" | "expiresOn">;

/**
 * The page of the wizard at which a draft goes on: its first step that is not filled in, or the review. A draft that does not expire
 * goes on at the last step, since nothing tells whether that was chosen.
 */
export function draftStep(draft: Draft): "engagement" | "code" | "expiration" | "review" {
  const { description, codeType, staticCode, codesLeft, expiresOn } = draft;
  if (description === "") return "engagement";
  if (codeType === "static" ? staticCode === null : !codesLeft) return "code";
  return expiresOn === null ? "expiration" : "review";
}
