import type { Merchant } from "../demo/merchant";

/** What the story's merchant types into the wizard. */
export interface CouponDraft {
  trigger: "order" | "photo_review";
  description: string;
}

/** Creates a coupon with one code for everybody, through the wizard's three steps. */
export async function createStaticCoupon(merchant: Merchant, draft: CouponDraft, code: string): Promise<void> {
  const coupon = await beginCoupon(merchant, draft);
  await next(merchant, `${coupon}/code`, { codeType: "static", staticCode: code });
  await finishCoupon(merchant, coupon);
}

/** Creates a coupon with a code of its own for each shopper, out of a CSV file. */
export async function createCsvCoupon(merchant: Merchant, draft: CouponDraft, csv: string): Promise<void> {
  const coupon = await beginCoupon(merchant, draft);
  const upload = new FormData();
  upload.set("file", new File([csv], "codes.csv", { type: "text/csv" }));
  await merchant.submit(`${coupon}/codes/upload`, upload);
  await next(merchant, `${coupon}/code`, { codeType: "dynamic", staticCode: "" });
  await finishCoupon(merchant, coupon);
}

async function beginCoupon(merchant: Merchant, { trigger, description }: CouponDraft): Promise<string> {
  const step = await next(merchant, "/app/coupons/new", {
    trigger,
    description,
    delayUnit: "immediately",
    delayAmount: "",
    limitPerShopper: "1",
    budget: "",
  });
  return step.replace(/\/code$/, "");
}

async function finishCoupon(merchant: Merchant, coupon: string): Promise<void> {
  await next(merchant, `${coupon}/expiration`, { expiration: "none", expiresOn: "" });
  await next(merchant, `${coupon}/review`, {});
}

/** Sends one step and returns the path the app leads to. Throws if it stays where it is. */
async function next(merchant: Merchant, path: string, fields: Record<string, string>): Promise<string> {
  const { location, status } = await merchant.submit(path, new URLSearchParams(fields));
  if (!location) throw new Error(`The app did not go on from ${path} (${status})`);
  return new URL(location, "http://localhost").pathname;
}
