import { addSeconds } from "date-fns";
import type { Engagement } from "~/platform/generated/client";

/** End of the hold window: counted from when we first heard of it, so that late and shuffled deliveries keep the same chance. */
export function holdEnd(engagement: Pick<Engagement, "receivedAt">, holdSeconds: number): Date {
  return addSeconds(engagement.receivedAt, holdSeconds);
}
