import { cpus, release, totalmem, type } from "node:os";

/** The machine in a line: processor and cores, memory, kernel, Node, PostgreSQL. */
export function describeMachine(postgresVersion: string): string {
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const parts = [`${cores.length} × ${cores[0]?.model.trim() ?? "unknown processor"}`, memory];
  return [...parts, `${type()} ${release()}`, `Node ${process.versions.node}`, `PostgreSQL ${postgresVersion}`].join(
    ", ",
  );
}
