import type { Fault, ResendDoubleSettings } from "./settings";

/** The fault for the next call, or null: one draw, and each kind has its share of it. */
export function drawFault(faults: ResendDoubleSettings["faults"], chance: () => number): Fault | null {
  let draw = chance();
  for (const [fault, share] of Object.entries(faults) as [Fault, number][]) {
    if (draw < share) return fault;
    draw -= share;
  }
  return null;
}
