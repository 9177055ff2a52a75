import { Link } from "@shopify/polaris";
import type { NamedHolder } from "~/codes/name-code-holders.server";

/** Where a merchant sees the code that a coupon has. */
export function holderUrl({ id, state, codeType }: NamedHolder): string {
  if (state === "deleted") return `/app/coupons/${id}/sent`;
  return `/app/coupons/${id}/${codeType === "dynamic" ? "codes" : "edit"}`;
}

/** The coupon that has a code, by its name. */
export function HolderLink({ holder }: { holder: NamedHolder }) {
  return <Link url={holderUrl(holder)}>{holderName(holder)}</Link>;
}

/** A coupon by its name, and whether it is another thing than a coupon that is given. */
export function holderName({ description, state }: NamedHolder): string {
  const name = description || "Not described yet";
  return state === "draft" || state === "deleted" ? `${name} (${state})` : name;
}
