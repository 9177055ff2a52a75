import { z } from "zod";
import { type Sentence, sentence } from "~/messages/sentence";
import type { FormErrors } from "./coupon-form";

/** A whole number from 1 to `most`, as typed. */
export function count(most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((n) => n >= 1 && n <= most);
}

/** As `count`, but null where nothing was typed. */
export function countOrNone(most: number) {
  const number = count(most);
  return z
    .string()
    .trim()
    .refine((typed) => typed === "" || number.safeParse(typed).success)
    .transform((typed) => (typed === "" ? null : Number(typed)));
}

/** What a check of a schema says where it fails: for fields of which more than one thing can be wrong. */
export function saying(refusal: Sentence) {
  return { params: { refusal } };
}

/** The first sentence about each field that was refused: what its check says, else what `refusals` has for the field. */
export function firstErrors(error: z.ZodError, refusals: FormErrors): FormErrors {
  const found: FormErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    const said: Sentence | undefined = issue.code === "custom" ? issue.params?.refusal : undefined;
    found[field] ??= said ?? refusals[field] ?? sentence("coupon_form.check_this");
  }
  return found;
}
