import type { Delivery } from "../world/world";

/** Deliveries in the order they go out. */
export interface SendQueue {
  /** The next one to send at `now` (milliseconds), or null where none may go out yet. */
  next(now: number): Delivery | null;
  /** It got its answer: what waited for it may go out. */
  answered(delivery: Delivery): void;
  /** It goes out again, not before this time. */
  again(delivery: Delivery, notBefore: number): void;
  /** How many have not had their answer yet, those under way included. */
  left(): number;
  /** How many have not been sent for the first time. */
  fresh(): number;
}

/** Fresh ones come in their order, those to be sent again as soon as their time has come. */
export function sendQueue(deliveries: Delivery[]): SendQueue {
  const answeredIds = new Set<number>();
  const heldUp = new Map<number, Delivery[]>();
  const ready: Delivery[] = [];
  const repeated: { delivery: Delivery; notBefore: number }[] = [];
  let position = 0;
  let left = deliveries.length;

  /** Those whose turn has come before what they wait for. */
  const mayGo = (delivery: Delivery): boolean => {
    if (delivery.after === null || answeredIds.has(delivery.after)) return true;
    heldUp.set(delivery.after, [...(heldUp.get(delivery.after) ?? []), delivery]);
    return false;
  };

  return {
    next(now) {
      const due = repeated.findIndex(({ notBefore }) => notBefore <= now);
      if (due >= 0) return repeated.splice(due, 1)[0]?.delivery ?? null;
      const freed = ready.shift();
      if (freed) return freed;
      for (let one = deliveries[position]; one; one = deliveries[position]) {
        position += 1;
        if (mayGo(one)) return one;
      }
      return null;
    },
    answered({ id }) {
      left -= 1;
      answeredIds.add(id);
      ready.push(...(heldUp.get(id) ?? []));
      heldUp.delete(id);
    },
    again: (delivery, notBefore) => void repeated.push({ delivery, notBefore }),
    left: () => left,
    fresh: () => deliveries.length - position,
  };
}
