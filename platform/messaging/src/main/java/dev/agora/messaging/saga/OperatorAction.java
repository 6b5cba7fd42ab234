package dev.agora.messaging.saga;

/** What an operator may do with a parked saga. */
public enum OperatorAction {
  /** Try the step again. */
  RESUME,
  /** Take the step for done: the operator saw to it. */
  SKIP,
  /** Undo everything, past the pivot too. */
  FORCE_COMPENSATE
}
