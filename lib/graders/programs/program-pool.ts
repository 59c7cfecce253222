import type {
  ProgramName,
  ProgramRequest,
  ProgramResult,
  ProgramRunner,
} from "../services/program-runner.ts";
import { halted, openProgramProcess, type ProgramProcess } from "./program-process.ts";

/** A process that has served this many requests makes room for a new one: what leaks in a library does not add up. */
const MAX_REQUESTS = 2_000;

export type ProgramPoolOptions = {
  /** Processes at a time, whatever they run. */
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
    const idle = [...seats].filter((seat) => !seat.busy);
    const same = idle.find((seat) => seat.process.program === program);
    if (same !== undefined) return same;
    if (seats.size >= size) {
      const [longestIdle] = idle;
      if (longestIdle === undefined) return null;
      remove(longestIdle);
    }
    const seat: Seat = { process: openProgramProcess(program), served: 0, busy: false, idleTimer: null };
    seats.add(seat);
    return seat;
  }

  function serveNext(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const seat = seatFor(next.program);
      if (seat === null) return;
      waiting.shift();
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
