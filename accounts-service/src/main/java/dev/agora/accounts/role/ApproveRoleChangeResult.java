package dev.agora.accounts.role;

/** What came of approving a change of roles. */
sealed interface ApproveRoleChangeResult {

  /** It is in effect, now or since an earlier approval. */
  record Approved(RoleChange change) implements ApproveRoleChangeResult {}

  /** Whoever asked can not approve. */
  record SameOperator() implements ApproveRoleChangeResult {}

  /** There is no such change. */
  record Unknown() implements ApproveRoleChangeResult {}
}
