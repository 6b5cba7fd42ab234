package dev.agora.accounts.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.accounts.audit.VerifyAudit.Verdict;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log: for humans what concerns them and their agents, for auditors all. */
@RestController
class AuditController {

  private final JdbcAuditEntries entries;
  private final VerifyAudit verifyAudit;

  AuditController(JdbcAuditEntries entries, VerifyAudit verifyAudit) {
    this.entries = entries;
    this.verifyAudit = verifyAudit;
  }

  record EntryResponse(
      long number,
      Instant at,
      String act,
      String actor,
      String source,
      String subject,
      String target,
      @JsonRawValue String before,
      @JsonRawValue String after) {

    static EntryResponse of(AuditEntry entry) {
      return new EntryResponse(
          entry.number(),
          entry.at(),
          entry.act(),
          entry.actor(),
          entry.source(),
          entry.subject(),
          entry.target(),
          entry.before(),
          entry.after());
    }
  }

  record ProofResponse(boolean ok, long verified, String head, @Nullable Long brokenAt) {}

  @GetMapping("/api/v1/audit")
  @AllowedTo({Role.HUMAN, Role.AUDITOR})
  ResponseEntity<?> list(
      Caller caller, PageRequest page, @RequestParam(required = false) @Nullable String owner) {
    boolean auditor = caller.is(Role.AUDITOR);
    if (!auditor && owner != null && !owner.equals(caller.id())) {
      return Problems.answer(
          Problem.of(CommonProblem.NOT_ALLOWED, "Only auditors read what concerns others."));
    }
    List<EntryResponse> found =
        entries
            .page(auditor ? owner : caller.id(), number(page.after()), page.fetchLimit())
            .stream()
            .map(EntryResponse::of)
            .toList();
    Page<EntryResponse> answer = page.pageOf(found, entry -> Long.toString(entry.number()));
    return ResponseEntity.ok(answer);
  }

  @GetMapping("/api/v1/audit/proof")
  @AllowedTo({Role.AUDITOR, Role.OPERATOR})
  ProofResponse prove() {
    Verdict verdict = verifyAudit.verify();
    return new ProofResponse(
        verdict.brokenAt() == null, verdict.verified(), verdict.head(), verdict.brokenAt());
  }

  private static @Nullable Long number(@Nullable String position) {
    try {
      return position == null ? null : Long.valueOf(position);
    } catch (NumberFormatException notOurs) {
      throw PageRequest.invalidCursor();
    }
  }
}
