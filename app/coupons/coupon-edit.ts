import { type Sentence, sentence } from "~/messages/sentence";
import type { Coupon } from "~/platform/generated/client";
import { type EngagementStep, engagementFields, type FormFields, type ReadStep } from "./coupon-form";
import { type CodeStep, codeFields } from "./coupon-form-code";
import { readCodeStep } from "./coupon-form-code-reading";
import { type ExpirationStep, expirationFields, readExpirationStep } from "./coupon-form-expiration";
import { readEngagementStep } from "./coupon-form-reading";

/** All that can be changed of a coupon that is live. Trigger and code type cannot: promises were made on them. */
export type CouponEdit = Omit<EngagementStep, "trigger"> & Omit<CodeStep, "codeType"> & ExpirationStep;

/** The settings of a live coupon as one form shows them. */
export function editFields(coupon: Coupon): FormFields {
  return { ...engagementFields(coupon), ...codeFields(coupon), ...expirationFields(coupon) };
}

/** Reads the form of a live coupon. A last day that has passed is refused only where it, or the delay, was changed. */
export function readCouponEdit(fields: FormFields, coupon: Coupon, timeZone: string, now: Date): ReadStep<CouponEdit> {
  const engagement = readEngagementStep({ ...fields, trigger: coupon.trigger });
  const code = readCodeStep({ ...fields, codeType: coupon.codeType });
  const expiration = readEnd(fields, coupon, engagement, timeZone, now);
  const budgetProblem = engagement.outcome === "valid" ? problemOfBudget(engagement.values, coupon) : null;
  if (
    engagement.outcome === "invalid" ||
    code.outcome === "invalid" ||
    expiration.outcome === "invalid" ||
    budgetProblem
  ) {
    const errors = [engagement, code, expiration].map((read) => (read.outcome === "invalid" ? read.errors : {}));
    return { outcome: "invalid", errors: Object.assign(budgetProblem ? { budget: budgetProblem } : {}, ...errors) };
  }
  const { trigger: _trigger, ...reward } = engagement.values;
  const { codeType, staticCode, ...rest } = code.values;
  const kept = codeType === "static" ? staticCode : null;
  return { outcome: "valid", values: { ...reward, ...rest, staticCode: kept, ...expiration.values } };
}

function readEnd(
  fields: FormFields,
  coupon: Coupon,
  engagement: ReadStep<EngagementStep>,
  timeZone: string,
  now: Date,
): ReadStep<ExpirationStep> {
  const delaySeconds = engagement.outcome === "valid" ? engagement.values.delaySeconds : coupon.delaySeconds;
  const before = expirationFields(coupon);
  const isSame = fields.expiration === before.expiration && (fields.expiresOn ?? "") === before.expiresOn;
  if (isSame && delaySeconds === coupon.delaySeconds) {
    return { outcome: "valid", values: { expiresOn: coupon.expiresOn } };
  }
  return readExpirationStep(fields, { timeZone, delaySeconds }, now);
}

/** What is promised or given already cannot be taken out of the budget again. */
function problemOfBudget({ budget }: EngagementStep, { budgetUsed }: Coupon): Sentence | null {
  if (budget === null || budget >= budgetUsed) return null;
  return sentence("coupon_form.budget_is_used", { used: budgetUsed });
}
