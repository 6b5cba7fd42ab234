package dev.agora.audit;

/** Where acts are written. */
public interface AuditLog {

  /** Writes it with the current transaction: both happen or none. Without one it stands alone. */
  void record(Deed deed);
}
