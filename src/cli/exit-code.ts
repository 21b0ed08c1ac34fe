/** What every command ends with. Shown by `fairlead --help`. */
export const exitCode = {
  /** Done, or stopped as asked. */
  ok: 0,
  /** The answer is no: the configuration file has problems, or there is no such key. */
  refused: 1,
  /** The command line is wrong. */
  usage: 2,
  /** It could not be started: an address is taken, there is no Envoy, the gateway does not answer, the files of the keys cannot be used. */
  notStarted: 3,
  /** Ended in the middle by a second Ctrl-C. */
  forced: 130,
} as const;
