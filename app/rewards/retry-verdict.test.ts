import { addMilliseconds } from "date-fns";
import { expect, test } from "vitest";
import { retryVerdict } from "./retry-verdict";

const NOW = new Date("2026-07-01T12:00:00Z");
const HOUR = 3_600_000;
const SMTP = { name: "smtp", deduplicates: false, keyLifetimeMs: null } as const;
const RESEND = { name: "resend", deduplicates: true, keyLifetimeMs: 23 * HOUR } as const;

/** A batch first tried so many hours ago and surely not sent at its last try. */
function triedFor(hours: number, transport: string, leaseUntil: Date | null = null) {
  return { attempts: 3, leaseUntil, firstTriedAt: addMilliseconds(NOW, -hours * HOUR), transport };
}

test("what was never tried is tried, whoever is asked and however old it is", () => {
  const untried = { attempts: 0, leaseUntil: null, firstTriedAt: null, transport: "resend" };
  expect(retryVerdict(untried, SMTP, NOW)).toEqual({ outcome: "try" });
});

test("what was surely not sent is tried for three days where nobody deduplicates, and then given up", () => {
  expect(retryVerdict(triedFor(71.9, "smtp"), SMTP, NOW)).toEqual({ outcome: "try" });
  expect(retryVerdict(triedFor(72, "smtp"), SMTP, NOW)).toEqual({ outcome: "give_up", reason: "not_taken" });
});

test("what was in a dead process's hand is parked where nobody deduplicates, however old it is", () => {
  const parked = { outcome: "park", reason: "delivery_unknown" };
  expect(retryVerdict(triedFor(1, "smtp", NOW), SMTP, NOW)).toEqual(parked);
  expect(retryVerdict(triedFor(100, "smtp", NOW), SMTP, NOW)).toEqual(parked);
});

test("what the provider deduplicates is tried as long as it knows the key, and then parked", () => {
  expect(retryVerdict(triedFor(22, "resend", NOW), RESEND, NOW)).toEqual({ outcome: "try" });
  expect(retryVerdict(triedFor(23, "resend"), RESEND, NOW)).toEqual({ outcome: "park", reason: "key_expired" });
});

test("what another provider was asked is not asked of this one", () => {
  expect(retryVerdict(triedFor(1, "resend"), SMTP, NOW)).toEqual({ outcome: "park", reason: "transport_changed" });
});
