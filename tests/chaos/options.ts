import { parseArgs } from "node:util";
import { MUTANTS } from "./mutants";
import { DEFAULT, LARGE, type Profile, SMTP } from "./profile";

/** What `npm run chaos` was asked for. */
export type ChaosOptions =
  | { outcome: "run"; profile: Profile; seed: number | null; mutant: string | null }
  | { outcome: "mutants"; seed: number | null }
  | { outcome: "refused"; message: string };

export const USAGE = `npm run chaos -- [--seed N] [--events N] [--rounds N] [--large] [--transport smtp]
              [--mutant NAME | --profile NAME | --mutants]
  --seed N          replays a run
  --events N        webhooks (20,000)
  --rounds N        kills at each point (2)
  --large           200,000 webhooks
  --transport smtp  a short run over SMTP
  --mutant NAME     with a planted bug: the run has to find violations
  --profile NAME    the mutant's kind of run without the bug: it has to be clean
  --mutants         all of them; exit code 0 only if every one is caught
mutants: ${Object.keys(MUTANTS).join(", ")}`;

/** Reads the command line. */
export function readOptions(args: string[]): ChaosOptions {
  try {
    const { values } = parseArgs({ args, options: FLAGS });
    const seed = values.seed === undefined ? null : count("seed", values.seed);
    if (values.mutants) return { outcome: "mutants", seed };
    const name = values.mutant ?? values.profile;
    const base = name === undefined ? plainProfile(values) : MUTANTS[name]?.profile;
    if (!base) return { outcome: "refused", message: `There is no mutant "${name}".` };
    const profile = {
      ...base,
      // A bug shows before everything has come to its end; without the bug everything has to.
      ...(values.profile !== undefined && { drainSeconds: DEFAULT.drainSeconds }),
      ...(values.events !== undefined && { events: count("events", values.events) }),
      ...(values.rounds !== undefined && roundsOf(count("rounds", values.rounds), base)),
    };
    return { outcome: "run", profile, seed, mutant: values.mutant ?? null };
  } catch (error) {
    return { outcome: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

const FLAGS = {
  seed: { type: "string" },
  events: { type: "string" },
  rounds: { type: "string" },
  large: { type: "boolean" },
  transport: { type: "string" },
  mutant: { type: "string" },
  profile: { type: "string" },
  mutants: { type: "boolean" },
} as const;

function plainProfile({ large, transport }: { large?: boolean; transport?: string }): Profile {
  if (transport !== undefined && transport !== "smtp" && transport !== "resend") {
    throw new Error(`There is no transport "${transport}"; it is resend or smtp.`);
  }
  if (transport === "smtp") return SMTP;
  return large ? LARGE : DEFAULT;
}

/** Fewer rounds are over sooner, and have room for fewer crashes. */
function roundsOf(rounds: number, { crashes }: Profile): Pick<Profile, "rounds" | "crashes"> {
  return { rounds, crashes: Math.min(crashes, rounds + 1) };
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1 on.`);
  return number;
}
