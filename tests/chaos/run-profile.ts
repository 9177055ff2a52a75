import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { KILL_POINTS } from "~/platform/reach-point";
import { freePort } from "../support/free-port";
import type { SentMail } from "../support/resend-double/double-log";
import { startPostgres, type TestPostgres } from "../support/start-postgres";
import { checkRun } from "./check/check-run";
import { checkUnknown } from "./check/check-unknown";
import { readState } from "./check/read-state";
import type { Violation } from "./check/violation";
import { openDeliveryLog, readDeliveryLog } from "./delivery/delivery-log";
import { startSending } from "./delivery/send-deliveries";
import { type Drained, drain } from "./drain";
import { installWorld } from "./install-world";
import { type MailDouble, startMailDouble } from "./mail-double";
import { buildApp } from "./processes/build-app";
import { copySources } from "./processes/copy-sources";
import { crashPostgres } from "./processes/crash-postgres";
import { type KillSchedule, killSchedule } from "./processes/kill-schedule";
import { type Surroundings, serverProgram } from "./processes/programs";
import { runImports } from "./processes/run-imports";
import { type Supervised, supervise } from "./processes/supervise";
import { untilReady } from "./processes/until-ready";
import type { Profile } from "./profile";
import { generateWorld } from "./world/generate-world";
import type { World } from "./world/world";

/** What came of a run. */
export interface RunResult {
  seed: number;
  profile: Profile;
  violations: Violation[];
  drained: Drained;
  /** How often a process died at each point aimed at. */
  hits: Map<string, number>;
  crashes: number;
  /** Processes that ended without being told to. */
  otherDeaths: number;
  world: World;
  mails: SentMail[];
  /** Mails that ended as "delivery unknown". */
  unknownMails: number;
  retriedDeliveries: number;
  calls: Record<string, number>;
  seconds: { sending: number; draining: number; all: number };
  /** Logs and the copy of the sources. */
  folder: string;
}

/** How far a run may go before it is given up, in milliseconds per webhook and at least. */
const PATIENCE = { perEventMs: 12, leastMs: 120_000 };

/** Runs everything once, against the sources as they are or with a patch (a path) applied to them. */
export async function runProfile(
  profile: Profile,
  { seed, patch, tell }: { seed: number; patch: string | null; tell: (line: string) => void },
): Promise<RunResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "laurel-chaos-"));
  const runFolder = path.join(folder, "run");
  mkdirSync(runFolder);
  copySources(path.join(folder, "app"), patch);
  const [app, postgres, double] = await Promise.all([
    buildApp(path.join(folder, "app")),
    // Without crashes of its own nothing is asked of its durability.
    startPostgres({ durable: profile.crashes > 0 }),
    startMailDouble(profile, path.join(runFolder, "mails.jsonl"), seed),
  ]);
  if (!postgres) throw new Error("No PostgreSQL found: it needs initdb and postgres.");
  const around: Surroundings = { app, profile, databaseUrl: postgres.url, mailUrl: double.url, runFolder };
  try {
    return { ...(await attack(around, { postgres, double, seed, tell })), folder };
  } finally {
    await double.stop();
    await postgres.stop();
  }
}

interface Attack {
  postgres: TestPostgres;
  double: MailDouble;
  seed: number;
  tell: (line: string) => void;
}

async function attack(
  around: Surroundings,
  { postgres, double, seed, tell }: Attack,
): Promise<Omit<RunResult, "folder">> {
  const { profile, runFolder } = around;
  const startedAt = new Date();
  const world = generateWorld({ ...profile, seed, startedAt });
  let sentShare = () => 0;
  const points = profile.points ?? Object.keys(KILL_POINTS);
  const schedule = killSchedule(points, { rounds: profile.rounds, seed, sentShare: () => sentShare() });
  const port = await freePort();
  const web = supervise(serverProgram(around, "web", "web", port), schedule);
  await untilReady(web, port, path.join(runFolder, "web.log"));
  const imports = await withClient(postgres.url, (client) => installWorld(client, world, startedAt));
  const servers = [web];
  for (const name of ["worker-a", "worker-b"]) {
    servers.push(supervise(serverProgram(around, "worker", name, await freePort()), schedule));
  }

  const sentFrom = Date.now();
  const deadline = sentFrom + Math.max(PATIENCE.leastMs, profile.events * PATIENCE.perEventMs);
  const logFile = path.join(runFolder, "deliveries.jsonl");
  const log = openDeliveryLog(logFile);
  const sending = startSending(world, { port, pace: profile.pace, log, openShare: schedule.openShare, deadline });
  sentShare = () => sending.progress().sent / world.deliveries.length;
  const stopTelling = tellProgress(tell, { schedule, servers, sending, postgres });
  let isSent = false;
  const [crashes] = await Promise.all([
    crashPostgres(postgres, profile.crashes, sentShare, () => isSent),
    runImports(around, imports, schedule, deadline),
    sending.done.then(() => {
      isSent = true;
    }),
  ]);
  const drainedFrom = Date.now();
  const drained = await drain(postgres.url, drainedFrom + profile.drainSeconds * 1000);
  const drainedAt = Date.now();
  stopTelling();
  log.close();
  await Promise.all(servers.map((server) => server.stop()));

  const state = await withClient(postgres.url, readState);
  if (!double.isAlive()) throw new Error("The double of the mail provider died; the run says nothing.");
  const { mails, calls } = await double.record();
  const evidence = { world, deliveries: readDeliveryLog(logFile), mails, state };
  const unknownMails = state.messages.filter((message) => message.state === "parked").length;
  const deaths = servers.reduce((sum, server) => sum + server.deaths().ordered + server.deaths().other, 0);
  const causes = { lostAnswers: calls["sent-then-cut"] ?? 0, deaths, crashes };
  return {
    seed,
    profile,
    world,
    mails,
    unknownMails,
    calls,
    violations: [
      ...checkRun(evidence, profile),
      ...(profile.transport === "smtp" ? checkUnknown(unknownMails, causes) : []),
    ],
    drained,
    hits: schedule.hits(),
    crashes,
    otherDeaths: servers.reduce((sum, server) => sum + server.deaths().other, 0),
    retriedDeliveries: sending.progress().retried,
    seconds: {
      sending: (drainedFrom - sentFrom) / 1000,
      draining: (drainedAt - drainedFrom) / 1000,
      all: (Date.now() - startedAt.getTime()) / 1000,
    },
  };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

const TELL_EVERY_MS = 5_000;

function tellProgress(
  tell: (line: string) => void,
  run: {
    schedule: KillSchedule;
    servers: Supervised[];
    sending: ReturnType<typeof startSending>;
    postgres: TestPostgres;
  },
): () => void {
  const timer = setInterval(() => {
    const { sent, left } = run.sending.progress();
    const kills = run.servers.reduce((sum, server) => sum + server.deaths().ordered, 0);
    tell(`${sent} webhooks accepted, ${left} to go, ${kills} kills, ${run.schedule.outstanding()} to come`);
  }, TELL_EVERY_MS);
  return () => clearInterval(timer);
}
