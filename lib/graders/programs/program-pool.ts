import type {
  ProgramName,
  ProgramRequest,
  ProgramResult,
  ProgramRunner,
} from "../services/program-runner.ts";
import { halted, openProgramProcess, type ProgramProcess } from "./program-process.ts";

/** A process that has served this many requests makes room for a new one: what leaks in a library does not add up. */
const MAX_REQUESTS = 2_000;
/** Processes that wait for their next request beside those that run: as many as let a run use every program without starting one anew. */
const MAX_SPARE = 3;
/** Half a gigabyte each before anything is run. */
const MAX_POSTGRESQL = 2;

export type ProgramPoolOptions = {
  /** Requests at a time, each in a process of its own. */
  size: number;
  /** A process that nobody needs ends after this time, in milliseconds. */
  idleMs: number;
};

export type ProgramPool = ProgramRunner & {
  /** Kills what runs; what waits or runs is answered with `halted`. The pool can be used again. */
  close(): void;
  /** How many processes there are. */
  processes(): number;
};

type Seat = { process: ProgramProcess; served: number; busy: boolean; idleTimer: NodeJS.Timeout | null };
type Waiting = { program: ProgramName; take(seat: Seat): void; leave(): void };

/** Processes started when they are needed, one request at a time in each; others wait in the order in which they came. */
export function createProgramPool({ size, idleMs }: ProgramPoolOptions): ProgramPool {
  const seats = new Set<Seat>();
  const waiting: Waiting[] = [];

  function remove(seat: Seat): void {
    if (seat.idleTimer !== null) clearTimeout(seat.idleTimer);
    seats.delete(seat);
    seat.process.kill();
  }

  function seatFor(program: ProgramName): Seat | null {
    for (const seat of seats) if (!seat.busy && !seat.process.isUsable()) remove(seat);
    if (isFull()) return null;
    const idle = [...seats].filter((seat) => !seat.busy);
    const same = idle.find((seat) => seat.process.program === program);
    if (same !== undefined) return same;
    if (program === "postgresql" && countOf(program) >= MAX_POSTGRESQL) return null;
    const [longestIdle] = idle;
    if (seats.size >= size + MAX_SPARE && longestIdle !== undefined) remove(longestIdle);
    const seat: Seat = { process: openProgramProcess(program), served: 0, busy: false, idleTimer: null };
    seats.add(seat);
    return seat;
  }

  function isFull(): boolean {
    return [...seats].filter((seat) => seat.busy).length >= size;
  }

  function countOf(program: ProgramName): number {
    return [...seats].filter((seat) => seat.process.program === program).length;
  }

  /** Whoever waits longest is served first, unless there is no seat for its program. */
  function serveNext(): void {
    for (let index = 0; index < waiting.length; ) {
      const next = waiting[index];
      const seat = next === undefined ? null : seatFor(next.program);
      if (next === undefined || seat === null) {
        if (isFull()) return;
        index += 1;
        continue;
      }
      waiting.splice(index, 1);
      if (seat.idleTimer !== null) clearTimeout(seat.idleTimer);
      seat.idleTimer = null;
      seat.busy = true;
      next.take(seat);
    }
  }

  function release(seat: Seat): void {
    seat.busy = false;
    seat.served += 1;
    if (!seat.process.isUsable() || seat.served >= MAX_REQUESTS) remove(seat);
    else {
      // The set keeps the order of insertion: whoever was idle longest is first.
      seats.delete(seat);
      seats.add(seat);
      seat.idleTimer = setTimeout(() => remove(seat), idleMs).unref();
    }
    serveNext();
  }

  async function run(request: ProgramRequest, signal: AbortSignal): Promise<ProgramResult> {
    if (signal.aborted) return halted;
    const turn = Promise.withResolvers<Seat | null>();
    const place: Waiting = { program: request.program, take: turn.resolve, leave: () => turn.resolve(null) };
    const leave = () => {
      const index = waiting.indexOf(place);
      if (index !== -1) waiting.splice(index, 1);
      place.leave();
    };
    signal.addEventListener("abort", leave, { once: true });
    waiting.push(place);
    serveNext();
    const seat = await turn.promise;
    signal.removeEventListener("abort", leave);
    if (seat === null) return halted;
    const result = await seat.process.run(request, signal);
    release(seat);
    return result;
  }

  return {
    run,
    close() {
      for (const place of waiting.splice(0)) place.leave();
      for (const seat of [...seats]) remove(seat);
    },
    processes: () => seats.size,
  };
}
