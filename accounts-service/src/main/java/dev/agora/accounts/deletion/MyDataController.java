package dev.agora.accounts.deletion;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.deletion.DeleteHumanResult.Deleted;
import dev.agora.accounts.deletion.DeleteHumanResult.LastOperator;
import dev.agora.accounts.deletion.DeleteHumanResult.OwnsAgents;
import dev.agora.accounts.deletion.DeleteHumanResult.Unknown;
import dev.agora.accounts.human.HumanId;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept of oneself, and the end of it. */
@RestController
class MyDataController {

  /** What this service keeps no copy of, in lists that have pages. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/api/v1/audit",
          "/api/v1/billing/purchases",
          "/api/v1/billing/payment-methods",
          "/api/v1/billing/conversions",
          "/api/v1/payouts/account");

  private final JdbcExport export;
  private final DeleteHuman deleteHuman;
  private final AuditLog audit;

  MyDataController(JdbcExport export, DeleteHuman deleteHuman, AuditLog audit) {
    this.export = export;
    this.deleteHuman = deleteHuman;
    this.audit = audit;
  }

  record ExportResponse(@JsonRawValue String accounts, List<String> elsewhere) {

    /** Nothing of anybody. */
    @Override
    public String toString() {
      return "export";
    }
  }

  @GetMapping("/api/v1/me/export")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<ExportResponse> export(Caller caller) {
    audit.record(Deed.of(Act.DATA_EXPORTED, caller.id(), caller.id()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.attachment().filename("agora.json").build()))
        .body(new ExportResponse(export.of(new HumanId(caller.id())), ELSEWHERE));
  }

  @DeleteMapping("/api/v1/me")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> delete(Caller caller) {
    return switch (deleteHuman.delete(new HumanId(caller.id()))) {
      case Deleted() -> ResponseEntity.noContent().build();
      case OwnsAgents(List<String> some) ->
          Problems.answer(
              Problem.of(AccountsProblem.OWNS_AGENTS, "They have or may yet get money.")
                  .with("agents", some)
                  .withRemedy("Close them, or hand them over."));
      case LastOperator() ->
          Problems.answer(
              Problem.of(AccountsProblem.LAST_OPERATOR, "Nobody could appoint another one.")
                  .withRemedy("Appoint another operator first."));
      case Unknown() ->
          Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here."));
    };
  }
}
