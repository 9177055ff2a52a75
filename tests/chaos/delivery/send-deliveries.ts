import { setTimeout as pause } from "node:timers/promises";
import { drawFrom } from "../world/draw";
import type { Delivery, World } from "../world/world";
import type { DeliveryLog } from "./delivery-log";
import { poster } from "./post";
import { sendQueue } from "./send-queue";
import { signDelivery } from "./sign-delivery";

/** How fast deliveries go out. */
export interface Pace {
  /** First tries a second, as long as no more were sent than there is an open share for. */
  perSecond: number;
  /** And beyond that, so that there is always something to do. */
  slowPerSecond: number;
  /** Calls at a time. */
  concurrency: number;
}

/** The sending as it stands. */
export interface Sending {
  done: Promise<void>;
  progress(): { sent: number; left: number; retried: number };
}

const RETRY_MS = { least: 100, most: 800 };
/** After a connection that was refused or broke, and after a 503, nothing goes out for so long: there is nobody to take it. */
const UNREACHABLE_MS = 250;
const IDLE_MS = 3;

/**
 * Sends everything to the port, each until it has its answer: 2xx, or 401 for what is forged. Anything else, a refused or
 * broken connection included, is sent again a little later. `openShare` says what share of it all (0 to 1) may have been sent
 * by now; beyond it things go slowly. Stops at `deadline` (milliseconds since 1970) at the latest.
 */
export function startSending(
  world: World,
  options: { port: number; pace: Pace; log: DeliveryLog; openShare: () => number; deadline: number },
): Sending {
  const { pace, log } = options;
  const queue = sendQueue(world.deliveries);
  const { post, close } = poster(options.port);
  const shops = new Map(world.shops.map((shop) => [shop.number, shop]));
  const draw = drawFrom(world.seed + 1);
  const total = world.deliveries.length;
  const gate = turnstile(() => total - queue.fresh() > total * options.openShare(), pace);
  let retried = 0;
  let underWay = 0;
  let unreachableUntil = 0;

  const sendOne = async (delivery: Delivery) => {
    const shop = shops.get(delivery.shop);
    if (!shop) throw new Error("a delivery to a shop that is not in this world");
    underWay += 1;
    const status = await post(signDelivery(delivery, shop, new Date()));
    underWay -= 1;
    log.write({ id: delivery.id, status, at: Date.now() });
    if (isAnswer(delivery, status)) return queue.answered(delivery);
    if (status === null || status >= 500) unreachableUntil = Date.now() + UNREACHABLE_MS;
    retried += 1;
    queue.again(delivery, Date.now() + draw.between(RETRY_MS.least, RETRY_MS.most));
  };
  const dispatch = async () => {
    while (queue.left() > 0 && Date.now() < options.deadline) {
      const isFree = underWay < pace.concurrency && Date.now() >= unreachableUntil && gate.isOpen(Date.now());
      const delivery = isFree ? queue.next(Date.now()) : null;
      if (!delivery) await pause(IDLE_MS);
      else {
        gate.pass(Date.now());
        void sendOne(delivery);
      }
    }
    close();
  };
  return {
    done: dispatch(),
    progress: () => ({ sent: total - queue.left(), left: queue.left(), retried }),
  };
}

function isAnswer({ inbox }: Delivery, status: number | null): boolean {
  if (inbox.state === "refused") return status === 401;
  return status !== null && status >= 200 && status < 300;
}

/** Opens whenever the next one's time has come: evenly, and rarely while `isSlow`. */
function turnstile(isSlow: () => boolean, pace: Pace): { isOpen(now: number): boolean; pass(now: number): void } {
  let nextAt = 0;
  return {
    isOpen: (now) => now >= nextAt,
    pass: (now) => {
      // What was missed while nobody could be reached is made up for, within a second's worth.
      nextAt = Math.max(nextAt, now - 1000) + 1000 / (isSlow() ? pace.slowPerSecond : pace.perSecond);
    },
  };
}
