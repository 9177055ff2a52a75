import { z } from "zod";
import { Publication, Verification } from "~/platform/generated/enums";
import { ACTIONS, SUBJECTS } from "./engagement-event";
import * as lenient from "./sources/lenient-fields";
import { parseTime } from "./sources/parse-time";

// Version 1 of the contract of the events API. Fields are only ever added to it, never renamed or made required.

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const textOrId = z.union([z.string(), z.int()]);

const text = orNull(z.string().transform((value) => lenient.text.parse(value)));
const id = orNull(textOrId.transform((value) => lenient.id.parse(value)));
const flag = z.union([z.boolean(), z.enum(["true", "false"])]).nullish();
const no = flag.transform((value) => lenient.flag.parse(value) ?? false);
const yesNoOrNull = flag.transform((value) => lenient.flag.parse(value));

const requiredId = textOrId.transform((value, context) => {
  const clean = lenient.id.parse(value);
  if (clean !== null) return clean;
  context.addIssue({ code: "custom", message: "must not be empty" });
  return z.NEVER;
});

const time = orNull(
  z
    .string()
    .describe("ISO 8601. A time without a zone is UTC.")
    .transform((value, context) => {
      const parsed = parseTime(value);
      if (parsed) return parsed;
      context.addIssue({ code: "custom", message: "must be a time such as 2026-05-01T10:00:00Z" });
      return z.NEVER;
    }),
);

const email = orNull(
  z
    .string()
    .trim()
    .refine((value) => lenient.email.parse(value) !== null, "must be an email address"),
);

const MOST_MEDIA = 1000;
/** The length is judged first and alone: zod would write a message for each of half a million bad entries. */
const urls = z.preprocess((value, context) => {
  if (!Array.isArray(value) || value.length <= MOST_MEDIA) return value;
  context.addIssue({ code: "custom", message: `must have at most ${MOST_MEDIA} entries` });
  return z.NEVER;
}, z.array(z.string()).max(MOST_MEDIA).nullish());

const count = z.int().min(0).max(MOST_MEDIA).nullish();
const media = z
  .object({ count, publishedCount: count, urls: urls.optional() })
  .nullish()
  .transform((value) => ({
    count: value?.count ?? value?.urls?.length ?? 0,
    publishedCount: value?.publishedCount ?? null,
  }));

/** A word of an enumeration; one that is missing or not known reads as "unknown". */
function orUnknown<T extends Record<string, string>>(words: T) {
  return z
    .enum(words)
    .optional()
    .catch(undefined)
    .transform((value) => value ?? "unknown");
}

/** A group of fields that may be left out or null, and then reads as the group without any. */
function part<T extends z.ZodRawShape>(shape: T) {
  const group = z.object(shape);
  const empty = group.parse({});
  return group.nullish().transform((value) => value ?? empty);
}

/** An event as a sender posts it to the events API, and as read: ids as digits or text, times as `Date`, gaps as null. */
export const neutralEvent = z
  .object({
    version: z.literal(1),
    source: text.describe('Where it was first seen, such as "loox". Ids need to be unique within it only.'),
    subject: z.enum(SUBJECTS),
    action: z.enum(ACTIONS).default("created").describe("A cancelled order is deleted."),
    externalId: requiredId.describe("What the source calls it. The same thing keeps the same id in every event."),
    parentExternalId: id.describe("For a share or a photo sent on its own: the externalId of its review."),
    sequence: orNull(textOrId.refine((value) => /^\d{1,18}$/.test(String(value)), "must be a whole number")).describe(
      "The source's own counter of states: the higher one is the newer.",
    ),
    occurredAt: time.describe("When the shopper did it."),
    updatedAt: time.describe("When this state became true."),
    rating: orNull(z.union([z.number(), z.string()]).transform((value) => lenient.rating.parse(value))).describe(
      "1 to 5.",
    ),
    photos: media,
    videos: media,
    verified: orUnknown(Verification),
    published: orUnknown(Publication),
    actor: part({ email, name: text, shopifyCustomerId: id, acceptsMarketing: yesNoOrNull }),
    product: part({ shopifyId: id, title: text, sku: text, handle: text, providerId: id }),
    order: part({ shopifyId: id, reference: text }),
    flags: part({ test: no, imported: no }),
  })
  .refine(
    ({ subject, parentExternalId }) => parentExternalId !== null || (subject !== "share" && subject !== "media"),
    {
      path: ["parentExternalId"],
      message: "is needed for a share and for media: the externalId of the review they belong to",
    },
  );

/** An event of the events API as read. */
export type NeutralEvent = z.output<typeof neutralEvent>;

/** The contract as JSON Schema (draft 2020-12), served at /schemas/engagement-event.v1.json. Unknown keys are ignored. */
export const neutralEventJsonSchema = {
  title: "Engagement event, version 1",
  ...z.toJSONSchema(neutralEvent, { io: "input" }),
};
