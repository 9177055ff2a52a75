import type { Shopper } from "../shopper/catalogue";
import { shopperOf } from "../shopper/catalogue";
import type { Destination } from "../shopper/review-webhook";
import { redelivered, withBadSignature } from "../shopper/signatures";
import type { Webhook } from "../shopper/webhook";
import { orderBy, reviewBy } from "./acts";

/** The story's coupons. */
export type CouponName = "order" | "photo";

/** One thing that happens in a scene: a webhook arrives, or time passes. */
export type Step = { webhook: Webhook; answer: "taken" | "refused" } | { pauseMs: number };

/** What one shopper does, and what they must end up with. */
export interface Scene {
  shopper: Shopper;
  /** In words, for the table. */
  did: string;
  /** One entry for each code they must get, and no other. */
  earns: readonly CouponName[];
  /** Where their mail goes, if not to their own address. */
  mailTo?: string;
  steps: (to: Destination, now: Date) => Step[];
}

const taken = (...webhooks: Webhook[]): Step[] => webhooks.map((webhook) => ({ webhook, answer: "taken" }));
const refused = (...webhooks: Webhook[]): Step[] =>
  webhooks.map((webhook) => ({ webhook: withBadSignature(webhook), answer: "refused" }));
const pause = (pauseMs: number): Step => ({ pauseMs });

const ada = shopperOf("Ada Lovelace", "ada@example.com");
const ben = shopperOf("Ben Okafor", "ben@example.com");
const cleo = shopperOf("Cleo O’Neil & Daughters", "cleo@example.com");
const dan = shopperOf("Dan Müller", "dan@example.com");
const eve = shopperOf("Eve Tanaka", "eve@example.com");
const finn = shopperOf("Finn Berg", "finn@example.com");
const gita = shopperOf("Gita Rao", "gita@example.com");
const hugo = shopperOf("Hugo Blanc", "hugo@example.com");
const iris = shopperOf("Iris Kowalska", "iris@example.com");
const jonas = shopperOf("Jonas Lind", "jonas@example.com");
const kira = shopperOf("Kira Novak", "kira@example.com");
const luca = shopperOf("Luca Rossi", "luca@example.com");
const mona = shopperOf("Mona Haddad", "mona@example.com");
const nils = shopperOf("Nils Aas", "nils@example.com");
const olga = shopperOf("Olga Petrova", "olga@example.com");
const pia = shopperOf("Pia Santos", "pia@example.com");

/** The script: the only place that says who must get what. Shoppers act at the same time, each in the order written. */
export const STORY: readonly Scene[] = [
  {
    shopper: ada,
    did: "orders",
    earns: ["order"],
    steps: (to, now) => taken(orderBy(to, ada, now).paid),
  },
  {
    shopper: ben,
    did: "orders; Shopify delivers it three times",
    earns: ["order"],
    steps: (to, now) => {
      const { paid } = orderBy(to, ben, now);
      return taken(paid, paid, paid);
    },
  },
  {
    shopper: cleo,
    did: "orders, cancels; the cancellation arrives first",
    earns: [],
    steps: (to, now) => {
      const { paid, cancelled } = orderBy(to, cleo, now);
      return taken(cancelled, paid);
    },
  },
  {
    shopper: dan,
    did: "an order with a bad signature",
    earns: [],
    steps: (to, now) => refused(orderBy(to, dan, now).paid),
  },
  {
    shopper: eve,
    did: "orders twice; one coupon per shopper",
    earns: ["order"],
    steps: (to, now) => taken(orderBy(to, eve, now).paid, orderBy(to, eve, now).paid),
  },
  {
    shopper: finn,
    did: "orders, another address at the checkout",
    earns: ["order"],
    mailTo: "finn.work@example.org",
    steps: (to, now) => taken(orderBy(to, finn, now, "finn.work@example.org").paid),
  },
  {
    shopper: gita,
    did: "a review with a photo",
    earns: ["photo"],
    steps: (to, now) => taken(reviewBy(to, gita, "judgeme", now).createdWithPhoto),
  },
  {
    shopper: hugo,
    did: "a review without a photo",
    earns: [],
    steps: (to, now) => taken(reviewBy(to, hugo, "judgeme", now).created),
  },
  {
    shopper: iris,
    did: "a review, a moment later its photo",
    earns: ["photo"],
    steps: (to, now) => {
      const { created, photoAdded } = reviewBy(to, iris, "judgeme", now);
      return [...taken(created), pause(1000), ...taken(photoAdded)];
    },
  },
  {
    shopper: jonas,
    did: "the same; the photo arrives first",
    earns: ["photo"],
    steps: (to, now) => {
      const { created, photoAdded } = reviewBy(to, jonas, "judgeme", now);
      return taken(photoAdded, created);
    },
  },
  {
    shopper: kira,
    did: "a photo review, twice from each of two sources",
    earns: ["photo"],
    steps: (to, now) => {
      const fromJudgeme = reviewBy(to, kira, "judgeme", now).createdWithPhoto;
      const fromEvents = reviewBy(to, kira, "events", now).createdWithPhoto;
      return taken(fromJudgeme, fromJudgeme, fromEvents, redelivered(fromEvents, to.hooks.events.secret, now));
    },
  },
  {
    shopper: luca,
    did: "a photo review; its deletion arrives first",
    earns: [],
    steps: (to, now) => {
      const { createdWithPhoto, deleted } = reviewBy(to, luca, "events", now);
      return taken(deleted, createdWithPhoto);
    },
  },
  {
    shopper: mona,
    did: "a review, deleted; later an update with a photo",
    earns: [],
    steps: (to, now) => {
      const { created, deleted, photoAdded } = reviewBy(to, mona, "events", now);
      return [...taken(created), pause(500), ...taken(deleted, photoAdded)];
    },
  },
  {
    shopper: nils,
    did: "photo reviews with bad signatures",
    earns: [],
    steps: (to, now) =>
      refused(reviewBy(to, nils, "judgeme", now).createdWithPhoto, reviewBy(to, nils, "events", now).createdWithPhoto),
  },
  {
    shopper: olga,
    did: "orders, and a review with a photo",
    earns: ["order", "photo"],
    steps: (to, now) => taken(orderBy(to, olga, now).paid, reviewBy(to, olga, "judgeme", now).createdWithPhoto),
  },
  {
    shopper: pia,
    did: "a photo review, hidden as spam; that arrives first",
    earns: [],
    steps: (to, now) => {
      const { createdWithPhoto, takenDown } = reviewBy(to, pia, "judgeme", now);
      return taken(takenDown, createdWithPhoto);
    },
  },
];
