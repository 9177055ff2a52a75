import type { RewardState } from "~/platform/generated/client";

/**
 * The life of a reward: from each state, the states it may go to and on what occasion.
 * Up to `waiting_for_code` it is a promise without a code; from `sending` on it has one and never gives it back.
 */
const TRANSITIONS: Record<RewardState, Partial<Record<RewardState, string>>> = {
  awaiting_publication: { promised: "the review was published", ended: "the promise ended" },
  promised: {
    awaiting_publication: "the review was taken down and may come back",
    waiting_for_code: "it is due and the pool is empty",
    sending: "it is due and took its code",
    failed: "it took its code and its mail could not be written",
    ended: "the promise ended",
  },
  waiting_for_code: {
    promised: "codes were added",
    awaiting_publication: "the review was taken down and may come back",
    ended: "the promise ended",
  },
  sending: {
    sent: "the provider took the mail",
    failed: "the provider refused the mail for good",
    parked: "nobody can know whether the mail arrived",
  },
  sent: {},
  failed: { sending: "a person sends it again" },
  parked: { sending: "a person sends it again" },
  ended: {},
};

/** States in which a reward has no code yet and can still end at no cost. */
export const OPEN_STATES: RewardState[] = statesBefore("sending");

/** Whether a reward may go from one state to another. */
export function mayBecome(from: RewardState, to: RewardState): boolean {
  return TRANSITIONS[from][to] !== undefined;
}

/** Whether the reward is still a promise: no code taken, nothing sent. */
export function isOpen(state: RewardState): boolean {
  return OPEN_STATES.includes(state);
}

/** Whether a code was taken for it: given, however the mail fared. */
export function isGiven(state: RewardState): boolean {
  return state !== "ended" && !isOpen(state);
}

function statesBefore(state: RewardState): RewardState[] {
  const states = Object.keys(TRANSITIONS) as RewardState[];
  return states.slice(0, states.indexOf(state));
}
