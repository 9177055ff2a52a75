import type { Harm, Violation } from "./check/violation";
import type { RunResult } from "./run-profile";

const HARMS: Harm[] = ["lost", "doubled", "missing", "wrong"];
const SHOWN_EACH = 8;

/** Whether the run counts as clean: nothing lost, doubled, missing or wrong, and every point it aimed at was hit. */
export function isClean(result: RunResult): boolean {
  return result.violations.length === 0 && missedPoints(result).length === 0;
}

/** Points that were aimed at and never hit. */
export function missedPoints({ hits }: RunResult): string[] {
  return [...hits].filter(([, count]) => count === 0).map(([point]) => point);
}

/** "lost 0, doubled 0, missing 0, wrong 0": each thing counts once, however much is said of it. */
export function countHarms(violations: Violation[]): string {
  const counts = HARMS.map((harm) => {
    const about = new Set(violations.filter((one) => one.harm === harm).map((one) => one.about));
    return `${harm} ${about.size}`;
  });
  return counts.join(", ");
}

/** The run in the lines that are printed. */
export function describeRun(result: RunResult): string[] {
  const { world, seconds, hits, calls, violations } = result;
  const kills = [...hits.values()].reduce((sum, count) => sum + count, 0);
  const rewarded = world.facts.filter(({ outcome }) => outcome.kind !== "none").length;
  return [
    `${world.deliveries.length} webhooks to ${world.shops.length} shops, ${result.retriedDeliveries} tries more; ` +
      `${world.facts.length} facts, ${rewarded} of them for a reward; ` +
      `${result.mails.length} mails, ${result.unknownMails} parked as delivery unknown`,
    `${kills} kills, ${result.crashes} crashes of PostgreSQL, ${result.otherDeaths} other ends of a process`,
    `points: ${[...hits].map(([point, count]) => `${point} ${count}`).join(", ")}`,
    `mail calls: ${Object.entries(calls)
      .map(([ending, count]) => `${ending} ${count}`)
      .join(", ")}`,
    `sent in ${seconds.sending.toFixed(1)} s, drained ${seconds.draining.toFixed(1)} s later, ${seconds.all.toFixed(1)} s in all`,
    ...missedPoints(result).map((point) => `NOT HIT: ${point}`),
    ...describeUnfinished(result),
    ...examples(violations),
    countHarms(violations),
  ];
}

function describeUnfinished({ drained: { unfinished, putOff } }: RunResult): string[] {
  const { deliveries, rewards, messages } = unfinished;
  const isDrained = deliveries + rewards + messages === 0;
  return [
    ...(putOff > 0 ? [`${putOff} rewards and deliveries had been put off; time was moved on for them`] : []),
    ...(isDrained ? [] : [`NOT DRAINED: ${deliveries} deliveries, ${rewards} rewards, ${messages} messages`]),
  ];
}

function examples(violations: Violation[]): string[] {
  return HARMS.flatMap((harm) => {
    const own = violations.filter((one) => one.harm === harm);
    const shown = own.slice(0, SHOWN_EACH).map(({ about, what }) => `  ${harm}: ${about}: ${what}`);
    return own.length > SHOWN_EACH ? [...shown, `  ${harm}: … and ${own.length - SHOWN_EACH} more`] : shown;
  });
}
