import type { Reward, RewardState } from "~/platform/generated/client";

/**
 * The life of a reward: from each state, the states it may go to, and on what occasion.
 * Up to `waiting_for_code` it is a promise without a code; from `sending` on it has one and never gives it back.
 */
const TRANSITIONS: Record<RewardState, RewardState[]> = {
  // published; the promise ended
  awaiting_publication: ["promised", "ended"],
  // taken down for now; due with an empty pool; due; its mail could not be written; the promise ended
  promised: ["awaiting_publication", "waiting_for_code", "sending", "failed", "ended"],
  // codes were added; taken down for now; the promise ended
  waiting_for_code: ["promised", "awaiting_publication", "ended"],
  // the provider took it; refused it for good; nobody can know
  sending: ["sent", "failed", "parked"],
  // a person sends it again
  sent: ["sending"],
  // a person sends it again
  failed: ["sending"],
  // a person sends it again; what nobody knew became known after all
  parked: ["sending", "sent", "failed"],
  ended: [],
};

/** States from which a reward may go to this one: what an update's `where` names. */
export function statesBefore(to: RewardState): RewardState[] {
  return (Object.keys(TRANSITIONS) as RewardState[]).filter((from) => TRANSITIONS[from].includes(to));
}

/** States in which a reward is a promise: no code yet, and it can still end at no cost. */
export const OPEN_STATES = statesBefore("ended");

/** Whether a reward may go from one state to another. */
export function mayBecome(from: RewardState, to: RewardState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** The reward in its next state. Throws on a step that is not in the table. */
export function moved(reward: Reward, to: RewardState, changes: Partial<Reward>): Reward {
  if (!mayBecome(reward.state, to)) throw new Error(`a reward does not go from ${reward.state} to ${to}`);
  return { ...reward, ...changes, state: to };
}

/** Whether the reward is still a promise: no code taken, nothing sent. */
export function isOpen(state: RewardState): boolean {
  return OPEN_STATES.includes(state);
}

/** Whether a code was taken for it: given, however the mail fared. */
export function isGiven(state: RewardState): boolean {
  return state !== "ended" && !isOpen(state);
}
