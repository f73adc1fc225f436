/** Something that others wait for, once. */
export interface Signal {
  readonly given: Promise<void>;
  give(): void;
}

export function createSignal(): Signal {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
