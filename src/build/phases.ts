/** What a build does, one after the other, as people are told. */
export type PhaseName =
  | 'Looking for articles'
  | 'Reading articles'
  | 'Planning feeds'
  | 'Rendering articles'
  | 'Rendering feeds'
  | 'Rendering lists'
  | 'Publishing';

/** Hears how far a build is. */
export interface PhaseListener {
  /** A phase begins; it has so many steps, or none that could be counted. */
  begin(name: PhaseName, steps: number): void;
  /** One step of it is done. */
  step(): void;
}

/** How long a phase took. */
export interface PhaseTime {
  name: PhaseName;
  seconds: number;
}

/** Measures the phases of a build, and tells who listens. */
export class Phases {
  readonly times: PhaseTime[] = [];

  constructor(private readonly listener?: PhaseListener) {}

  /**
   * Does the work of one phase; what is done twice, as where articles with errors are left out, counts together.
   *
   * @param steps how often `act` will call what it is given
   */
  run<T>(name: PhaseName, steps: number, act: (step: () => void) => T): T {
    const { listener } = this;
    const began = performance.now();
    listener?.begin(name, steps);
    try {
      return act(listener ? () => listener.step() : () => {});
    } finally {
      const seconds = (performance.now() - began) / 1000;
      const known = this.times.find((time) => time.name === name);
      if (known) known.seconds += seconds;
      else this.times.push({ name, seconds });
    }
  }
}
