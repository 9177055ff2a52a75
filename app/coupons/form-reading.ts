import { z } from "zod";
import type { FormFields } from "./coupon-form";

/** A whole number from 1 to `most`, as typed; `message` is what is said of anything else. */
export function count(message: string, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((n) => n >= 1 && n <= most, message);
}

/** As `count`, but null where nothing was typed. */
export function countOrNone(message: string, most: number) {
  const number = count(message, most);
  return z
    .string()
    .trim()
    .refine((typed) => typed === "" || number.safeParse(typed).success, message)
    .transform((typed) => (typed === "" ? null : Number(typed)));
}

/** The first sentence about each field that was refused. */
export function firstErrors(error: z.ZodError): FormFields {
  const found: FormFields = {};
  for (const { path, message } of error.issues) found[String(path[0])] ??= message;
  return found;
}
