/** Rewards that have their code: a budget counts promises too, and a promise has none yet. */
export function countGiven({ budgetUsed, promised }: { budgetUsed: number; promised: number }): number {
  return budgetUsed - promised;
}
