/** Time as an event loop sees it: a busy machine slows it down, so that no verdict depends on how busy the machine is. */

const realNow = performance.now.bind(performance);
const { setInterval: startTicking, clearInterval: stopTicking } = globalThis;

/** How often the clock looks at the time, in milliseconds. */
const tickMs = 5;
/** The most that passes between two looks. The loop has polled for input in between, so what has arrived was seen. */
const mostPerTick = 10;
/** After so many looks at which nothing was under way, only a timer can change anything. */
const quietTicks = 10;
/** What Node does with a delay that it cannot keep. */
const nodeDelay = (ms: number) => (ms >= 1 && ms <= 2 ** 31 - 1 ? ms : 1);

/** A timer of a clock, in place of one of Node's. */
export class ClockTimer {
  readonly due: number;
  readonly fire: () => void;
  readonly #timers: Set<ClockTimer>;

  constructor(due: number, fire: () => void, timers: Set<ClockTimer>) {
    this.due = due;
    this.fire = fire;
    this.#timers = timers.add(this);
  }

  /** Returns whether the timer was still running. */
  stop(): boolean {
    return this.#timers.delete(this);
  }
}

/** A clock of its own for what is tried, and its timers. */
export class Clock {
  /** The timers of the client that have neither fired nor been stopped. */
  readonly timers = new Set<ClockTimer>();
  /** How many timers the client started. */
  started = 0;
  /** What a test waits for. */
  readonly #waits = new Set<ClockTimer>();
  readonly #origin = Date.now();
  readonly #isIdle: () => boolean;
  readonly #ticking: ReturnType<typeof setInterval>;
  #now = 0;
  #seen = realNow();
  #quiet = 0;

  /** @param isIdle Whether nothing is under way but timers; their time is then skipped. By default it never is. */
  constructor(isIdle: () => boolean = () => false) {
    this.#isIdle = isIdle;
    this.#ticking = startTicking(() => this.#tick(), tickMs);
  }

  /** The milliseconds since the clock was started. */
  now(): number {
    return this.#now;
  }

  /** The time of day. */
  date(): number {
    return this.#origin + Math.floor(this.#now);
  }

  start(fire: () => void, ms: number): ClockTimer {
    this.started += 1;
    return new ClockTimer(this.#now + nodeDelay(ms), fire, this.timers);
  }

  /** Resolves after so many milliseconds of this clock. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => new ClockTimer(this.#now + ms, resolve, this.#waits));
  }

  /** Stops the clock; its timers never fire. */
  end(): void {
    stopTicking(this.#ticking);
    this.timers.clear();
    this.#waits.clear();
  }

  #tick(): void {
    const seen = realNow();
    this.#quiet = this.#isIdle() ? this.#quiet + 1 : 0;
    if (this.#quiet > quietTicks) this.#skip();
    else this.#now += Math.min(seen - this.#seen, mostPerTick);
    this.#seen = seen;
    for (const timer of this.#inOrder()) {
      if (timer.due <= this.#now && timer.stop()) timer.fire();
    }
  }

  #inOrder(): ClockTimer[] {
    return [...this.timers, ...this.#waits].sort((a, b) => a.due - b.due);
  }

  /** Goes to the next timer. */
  #skip(): void {
    this.#quiet = 0;
    this.#now = Math.max(this.#now, this.#inOrder()[0]?.due ?? 0);
  }
}
