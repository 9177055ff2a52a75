import { Link } from "@shopify/polaris";
import type { NamedHolder } from "~/codes/name-code-holders.server";
import { type Sentence, sentence } from "~/messages/sentence";
import { useShopIntl } from "../shop-intl";

/** Where a merchant sees the code that a coupon has. */
export function holderUrl({ id, state, codeType }: NamedHolder): string {
  if (state === "deleted") return `/app/coupons/${id}/sent`;
  return `/app/coupons/${id}/${codeType === "dynamic" ? "codes" : "edit"}`;
}

/** The coupon that has a code, by its name. */
export function HolderLink({ holder }: { holder: NamedHolder }) {
  return <Link url={holderUrl(holder)}>{useShopIntl().say(holderName(holder))}</Link>;
}

/** A coupon by its name, and whether it is another thing than a coupon that is given. */
export function holderName({ description, state }: NamedHolder): Sentence {
  return sentence("coupons.holder", { state, coupon: description || sentence("coupons.not_described") });
}
